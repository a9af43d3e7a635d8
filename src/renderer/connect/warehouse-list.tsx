import type { AccountView, WarehouseView } from '#contract/account-procedures.ts';
import { useTexts } from '../texts/use-texts.ts';

/** The places that postings leave from. */
export function WarehouseList({ account }: { readonly account: AccountView }) {
  const { say } = useTexts();
  const { warehouses } = account;
  if (warehouses === null) return <p className="note">{say('connect.warehousesUnknown')}</p>;
  if (warehouses.rows.length === 0) return <p className="note">{say('connect.noWarehouses')}</p>;
  return (
    <ul className="connect__warehouses" data-testid="warehouses">
      {warehouses.rows.map((warehouse) => (
        <li key={warehouse.id} className="warehouse">
          <b>{warehouse.name}</b>
          <WarehouseKind warehouse={warehouse} />
        </li>
      ))}
      {warehouses.isAll ? null : <li className="note">{say('connect.moreWarehouses')}</li>}
    </ul>
  );
}

function WarehouseKind({ warehouse }: { readonly warehouse: WarehouseView }) {
  const { say } = useTexts();
  const kinds = [
    ...(warehouse.isExpress ? [say('connect.express')] : []),
    ...(warehouse.isOwnDelivery ? [say('connect.own')] : []),
    ...(warehouse.isPaused ? [say('connect.paused')] : []),
    ...warehouse.ways,
  ];
  return kinds.length === 0 ? null : <span className="warehouse__kind">{kinds.join(', ')}</span>;
}
