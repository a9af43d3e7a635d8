import type { PostingNumber } from '#domain/ids.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PrintButton } from './print-button.tsx';

/** What can be printed of a packed package beside its label. */
export function PackageDocuments({ posting, n }: { readonly posting: PostingNumber; readonly n: number }) {
  const { say } = useTexts();
  const of = { posting, package: n };
  const id = `${posting}-${n}`;
  return (
    <div className="package-documents">
      <PrintButton
        what={{ document: 'packing-slip', ...of }}
        text={say('documents.slip')}
        label={say('documents.slipOf', { posting, n })}
        testId={`print-slip-${id}`}
      />
      <PrintButton
        what={{ document: 'contents-label', ...of }}
        text={say('documents.contents')}
        label={say('documents.contentsOf', { posting, n })}
        testId={`print-contents-${id}`}
      />
      <PrintButton
        what={{ document: 'sscc-label', ...of }}
        text="SSCC"
        label={say('documents.ssccOf', { posting, n })}
        testId={`print-sscc-${id}`}
      />
    </div>
  );
}
