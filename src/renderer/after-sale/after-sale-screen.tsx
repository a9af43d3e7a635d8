import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BenchView } from '#contract/bench-view.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CancellationRequests } from './cancellation-requests.tsx';
import { CollectingReturns } from './collecting.tsx';
import { OwnDelivery } from './own-delivery.tsx';
import { ReturnList } from './return-list.tsx';
import { ReturnRequests } from './return-requests.tsx';

/** What comes after the sale: goods that come back, and buyers who want to cancel. */
export function AfterSaleScreen({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  return (
    <Tabs className="queue" defaultSelectedKey={'returns' satisfies Key}>
      <TabList className="tabs queue__tabs" aria-label={say('afterSale.label')}>
        {(['returns', 'collecting', 'requests', 'cancellations', 'delivery'] as const).map((tab) => (
          <Tab key={tab} id={tab} className="tab" data-testid={`after-sale-tab-${tab}`}>
            {say(`afterSale.tabs.${tab}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="returns" className="queue__panel scroll">
        <ReturnList />
      </TabPanel>
      <TabPanel id="collecting" className="queue__panel scroll">
        <CollectingReturns mayRenew={view.actor?.role === 'lead'} />
      </TabPanel>
      <TabPanel id="requests" className="queue__panel scroll">
        <ReturnRequests mayAct={view.actor?.role === 'lead'} />
      </TabPanel>
      <TabPanel id="cancellations" className="queue__panel scroll">
        <CancellationRequests mayDecide={view.actor?.role === 'lead'} />
      </TabPanel>
      <TabPanel id="delivery" className="queue__panel scroll">
        <OwnDelivery />
      </TabPanel>
    </Tabs>
  );
}
