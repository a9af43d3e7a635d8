import { useState } from 'react';
import { EmptyState } from '../../design/empty-state.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { ImportFile } from './import-file.tsx';
import { ImportHistory } from './import-history.tsx';
import { ImportStart } from './import-start.tsx';

/** Products made from a spreadsheet: the category, the template, the file, and what became of it. */
export function ImportTab({ mayImport }: { readonly mayImport: boolean }) {
  const { say } = useTexts();
  const [opened, setOpened] = useState<string | null>(null);
  if (!mayImport)
    return <EmptyState icon="file" title={say('import.leads')} hint={say('import.leadsHint')} />;
  if (opened !== null) return <ImportFile key={opened} id={opened} onClose={() => setOpened(null)} />;
  return (
    <div className="panel">
      <ImportStart onChecked={setOpened} />
      <ImportHistory onOpen={setOpened} />
    </div>
  );
}
