import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BenchView } from '#contract/bench-view.ts';
import { Accruals } from '../accruals/accruals.tsx';
import { Chats } from '../chat/chats.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { afterSaleTabs, openAfterSaleTab, useAfterSaleTab } from './after-sale-tab.ts';
import { CancellationRequests } from './cancellation-requests.tsx';
import { CollectingReturns } from './collecting.tsx';
import { OwnDelivery } from './own-delivery.tsx';
import { ParcelsOnWay } from './parcels-on-way.tsx';
import { ReturnList } from './return-list.tsx';
import { ReturnRequests } from './return-requests.tsx';

/** What comes after the sale: goods that come back, and buyers who want to cancel. */
export function AfterSaleScreen({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  const wanted = useAfterSaleTab((state) => state.tab);
  const isLead = view.actor?.role === 'lead';
  // Money is a lead's matter; the station refuses it to anybody else.
  const tabs = afterSaleTabs.filter((name) => isLead || name !== 'accruals');
  const tab = tabs.includes(wanted) ? wanted : 'returns';
  // Scans belong to the packing as long as it waits for an answer.
  const isFree = view.session === null || view.session.pending === null;
  return (
    <Tabs
      className="queue"
      selectedKey={tab}
      onSelectionChange={(key) => {
        const chosen = afterSaleTabs.find((name) => name === key);
        if (chosen !== undefined) openAfterSaleTab(chosen);
      }}
    >
      <TabList className="tabs queue__tabs" aria-label={say('afterSale.label')}>
        {tabs.map((name) => (
          <Tab key={name} id={name} className="tab" data-testid={`after-sale-tab-${name}`}>
            {say(`afterSale.tabs.${name}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="returns" className="queue__panel scroll">
        <ReturnList takesScans={isFree} />
      </TabPanel>
      <TabPanel id="collecting" className="queue__panel scroll">
        <CollectingReturns mayRenew={isLead} />
      </TabPanel>
      <TabPanel id="requests" className="queue__panel scroll">
        <ReturnRequests mayAct={isLead} />
      </TabPanel>
      <TabPanel id="cancellations" className="queue__panel scroll">
        <CancellationRequests mayDecide={isLead} />
      </TabPanel>
      <TabPanel id="delivery" className="queue__panel scroll">
        <OwnDelivery isLead={isLead} takesScans={isFree} />
      </TabPanel>
      <TabPanel id="chats" className="queue__panel">
        <Chats />
      </TabPanel>
      {isLead ? (
        <TabPanel id="accruals" className="queue__panel scroll">
          <Accruals />
        </TabPanel>
      ) : null}
      <TabPanel id="way" className="queue__panel scroll">
        <ParcelsOnWay takesScans={isFree} />
      </TabPanel>
    </Tabs>
  );
}
