import { useCallback, useState } from 'react';
import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BenchView } from '#contract/bench-view.ts';
import type { CardId } from '#domain/catalogue/listed-card.ts';
import { useHoldScans, useLookupScans } from '../scanning/lookup-scans.ts';
import { useTexts } from '../texts/use-texts.ts';
import { ImportTab } from './import/import-tab.tsx';
import { ProductDetail } from './product-detail.tsx';
import { ProductList } from './product-list.tsx';
import { StockList } from './stock-list.tsx';
import { useProductQuery } from './use-product-query.ts';

const tabs = ['list', 'stocks', 'import'] as const;

/** What the seller has at the shop: its products. A scan finds one, as long as nothing else must be answered. */
export function ProductsScreen({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  const [tab, setTab] = useState<Key>('list' satisfies (typeof tabs)[number]);
  const [opened, setOpened] = useState<CardId | null>(null);
  const query = useProductQuery();
  const isFree = view.session === null || view.session.pending === null;
  const { find } = query;
  const takeScan = useCallback(
    (text: string) => {
      setTab((before) => (before === 'stocks' ? before : 'list'));
      setOpened(null);
      find(text);
    },
    [find],
  );
  useHoldScans(isFree);
  useLookupScans(isFree ? takeScan : null);
  return (
    <Tabs className="queue" selectedKey={tab} onSelectionChange={setTab}>
      <TabList className="tabs queue__tabs" aria-label={say('products.label')}>
        {tabs.map((one) => (
          <Tab key={one} id={one} className="tab" data-testid={`products-tab-${one}`}>
            {say(`products.tabs.${one}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="list" className="queue__panel scroll">
        {opened === null ? (
          <ProductList query={query} onOpen={setOpened} />
        ) : (
          <ProductDetail
            key={opened}
            id={opened}
            mayChange={view.actor?.role === 'lead'}
            isFree={isFree}
            onClose={() => setOpened(null)}
          />
        )}
      </TabPanel>
      <TabPanel id="stocks" className="queue__panel scroll">
        <StockList query={query} mayChange={view.actor?.role === 'lead'} />
      </TabPanel>
      <TabPanel id="import" className="queue__panel scroll">
        <ImportTab mayImport={view.actor?.role === 'lead'} />
      </TabPanel>
    </Tabs>
  );
}
