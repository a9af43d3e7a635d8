import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BenchView } from '#contract/bench-view.ts';
import { useTexts } from '../texts/use-texts.ts';
import { PostingList } from './posting-list.tsx';
import { RelabelList } from './relabel-list.tsx';
import { TaskList } from './task-list.tsx';
import { WaitingPostings } from './waiting-postings.tsx';

const tabs = ['queued', 'held', 'stopped', 'relabel', 'tasks'] as const;

/** What waits: by cutoff, put aside, stopped, for its label, for a person. */
export function QueueScreen({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  const { counts } = view;
  const isLead = view.actor?.role === 'lead';
  const figures: Readonly<Record<(typeof tabs)[number], number | null>> = {
    queued: counts.queued,
    held: counts.held,
    stopped: null,
    relabel: counts.relabel,
    tasks: counts.tasks,
  };
  return (
    <Tabs className="queue" defaultSelectedKey={'queued' satisfies Key}>
      <TabList className="tabs queue__tabs" aria-label={say('queue.tabs.label')}>
        {tabs.map((tab) => (
          <Tab key={tab} id={tab} className="tab" data-testid={`queue-tab-${tab}`}>
            {say(`queue.tabs.${tab}`)}
            {figures[tab] === null ? null : <span className="tab__count">{figures[tab]}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="queued" className="queue__panel">
        <WaitingPostings mayCancel={isLead} />
      </TabPanel>
      <TabPanel id="held" className="queue__panel scroll">
        <PostingList state="held" mayCancel={isLead} />
      </TabPanel>
      <TabPanel id="stopped" className="queue__panel scroll">
        <PostingList state="stopped" mayCancel={false} />
      </TabPanel>
      <TabPanel id="relabel" className="queue__panel scroll">
        <RelabelList />
      </TabPanel>
      <TabPanel id="tasks" className="queue__panel scroll">
        <TaskList isLead={isLead} />
      </TabPanel>
    </Tabs>
  );
}
