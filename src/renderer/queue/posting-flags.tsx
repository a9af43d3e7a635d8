import type { PostingTrait } from '#domain/posting/handling.ts';
import { useTexts } from '../texts/use-texts.ts';

/** How a posting wants to be handled, in a word each; a company that buys by its name. */
export function PostingFlags(props: {
  readonly isExpress: boolean;
  readonly traits: readonly PostingTrait[];
  readonly company: string;
}) {
  const { say } = useTexts();
  const { isExpress, traits, company } = props;
  const flags = [...(isExpress ? (['express'] as const) : []), ...traits];
  if (flags.length === 0 && company === '') return null;
  return (
    <span className="flags" data-testid="flags">
      {flags.map((flag) => (
        <span key={flag} className={`flag flag--${flag}`}>
          {say(`flags.${flag}`)}
        </span>
      ))}
      {company === '' ? null : (
        <span className="flag" title={say('flags.company', { company })}>
          {company}
        </span>
      )}
    </span>
  );
}
