import { useState } from 'react';
import type { ManifestRowView } from '#contract/procedures.ts';
import type { PostingNumber } from '#domain/ids.ts';
import { ActionButton } from '../design/action-button.tsx';
import { PackageDocuments } from '../documents/package-documents.tsx';
import { ShopName } from '../shops/shop-name.tsx';
import { formatClock, formatGrams } from '../texts/format.ts';
import { keyOr, useTexts } from '../texts/use-texts.ts';
import { CorrectDialog } from './correct-dialog.tsx';

/** The packages of a day as rows. */
export function ManifestTable(props: {
  readonly rows: readonly ManifestRowView[];
  readonly total: number;
  readonly isLead: boolean;
}) {
  const { say, language } = useTexts();
  const { rows, total, isLead } = props;
  const [corrected, setCorrected] = useState<PostingNumber | null>(null);
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th>{say('shift.columns.at')}</th>
            <th>{say('queue.columns.posting')}</th>
            <th className="is-number">{say('queue.columns.package')}</th>
            <th>{say('shift.columns.carton')}</th>
            <th className="is-number">{say('queue.columns.items')}</th>
            <th className="is-number">{say('shift.columns.weight')}</th>
            <th>{say('queue.columns.method')}</th>
            <th>{say('shift.columns.packer')}</th>
            <th>{say('shift.columns.state')}</th>
            <th>{say('documents.print')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.posting} ${row.package} ${row.packedAt}`}>
              <td>{formatClock(row.packedAt)}</td>
              <td className="is-code">
                {row.posting} <ShopName shop={row.shop} />
              </td>
              <td className="is-number">{row.package}</td>
              <td>{row.carton === '' ? '—' : row.carton}</td>
              <td className="is-number">{row.units}</td>
              <td className="is-number">{row.weightG === null ? '—' : formatGrams(language, row.weightG)}</td>
              <td>{row.deliveryMethod}</td>
              <td>{row.packer}</td>
              <td>
                {say(keyOr(`shift.packageState.${row.state}`, 'shift.packageState.other'), {
                  state: row.state,
                })}
              </td>
              <td>
                <div className="row-actions">
                  <PackageDocuments posting={row.posting} n={row.package} />
                  {isLead && row.mayCorrect ? (
                    <ActionButton
                      onPress={() => setCorrected(row.posting)}
                      label={say('correct.title', { posting: row.posting })}
                      testId={`correct-${row.posting}`}
                    >
                      {say('correct.button')}
                    </ActionButton>
                  ) : null}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {corrected === null ? null : <CorrectDialog posting={corrected} onClose={() => setCorrected(null)} />}
      {total > rows.length ? (
        <p className="note">{say('common.ofTotal', { shown: rows.length, total })}</p>
      ) : null}
    </>
  );
}
