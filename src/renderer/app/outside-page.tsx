import { EmptyState } from '../design/empty-state.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useBenchLanguage } from './use-bench-language.ts';

/** What a plain browser shows: there is no bench behind the page. */
export function OutsidePage() {
  useBenchLanguage();
  const { say } = useTexts();
  return <EmptyState icon="pack" title={say('station.alone.title')} hint={say('station.alone.body')} />;
}
