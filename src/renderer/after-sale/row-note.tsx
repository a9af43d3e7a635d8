import { useTexts } from '../texts/use-texts.ts';

/** Says what a table leaves out: rows that could not be understood, and those beyond the most that are read. */
export function RowNote({ unread, isAll }: { readonly unread: number; readonly isAll: boolean }) {
  const { say } = useTexts();
  return (
    <>
      {unread > 0 ? <p className="note">{say('afterSale.unread', { count: unread })}</p> : null}
      {isAll ? null : <p className="note">{say('afterSale.notAll')}</p>}
    </>
  );
}
