import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { EmptyState } from '../design/empty-state.tsx';
import { useTexts } from '../texts/use-texts.ts';

const tabs = ['list'] as const;

/** What the seller has at the shop: its products. */
export function ProductsScreen() {
  const { say } = useTexts();
  return (
    <Tabs className="queue" defaultSelectedKey={'list' satisfies Key}>
      <TabList className="tabs queue__tabs" aria-label={say('products.label')}>
        {tabs.map((tab) => (
          <Tab key={tab} id={tab} className="tab" data-testid={`products-tab-${tab}`}>
            {say(`products.tabs.${tab}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="list" className="queue__panel scroll">
        <EmptyState icon="products" title={say('products.empty')} hint={say('products.emptyHint')} />
      </TabPanel>
    </Tabs>
  );
}
