import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { BenchView } from '#contract/bench-view.ts';
import { EmptyState } from '../design/empty-state.tsx';
import { FailureNote } from '../design/failure-note.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { CartonSettings } from './carton-settings.tsx';
import { DeviceSettings } from './device-settings.tsx';
import { LabelSettings } from './label-settings.tsx';
import { PeopleSettings } from './people-settings.tsx';
import { RuleSettings } from './rule-settings.tsx';
import { SaveBar } from './save-bar.tsx';
import { ShopSettings } from './shop-settings.tsx';
import { type SettingsDraft, useSettingsDraft } from './use-settings-draft.ts';
import { WindowSettings } from './window-settings.tsx';

const sections = ['shop', 'devices', 'labels', 'rules', 'cartons', 'people', 'window'] as const;
type Section = (typeof sections)[number];

/** What can be set up at this bench; most of it by a lead alone. */
export function SettingsScreen({ view }: { readonly view: BenchView }) {
  const { say } = useTexts();
  const isLead = view.actor?.role === 'lead';
  const draft = useSettingsDraft(isLead);
  return (
    <Tabs className="settings" orientation="vertical" defaultSelectedKey="devices">
      <TabList className="settings__sections" aria-label={say('settings.sections.label')}>
        {sections.map((section) => (
          <Tab key={section} id={section} className="settings__section" data-testid={`settings-${section}`}>
            {say(`settings.sections.${section}`)}
          </Tab>
        ))}
      </TabList>
      {sections.map((section) => (
        <TabPanel key={section} id={section} className="settings__panel scroll">
          <FailureNote failure={draft.failure} onRetry={draft.readAgain} />
          <SectionBody section={section} view={view} draft={draft} isLead={isLead} />
        </TabPanel>
      ))}
      <SaveBar draft={draft} />
    </Tabs>
  );
}

function SectionBody(props: {
  readonly section: Section;
  readonly view: BenchView;
  readonly draft: SettingsDraft;
  readonly isLead: boolean;
}) {
  const { say } = useTexts();
  const { section, view, draft, isLead } = props;
  if (section === 'window') return <WindowSettings />;
  if (section === 'devices') return <DeviceSettings view={view} draft={isLead ? draft : null} />;
  if (!isLead) {
    return <EmptyState icon="badge" title={say('settings.leadOnly')} hint={say('settings.leadOnlyHint')} />;
  }
  if (draft.draft === null) return <p className="loading">{say('common.loading')}</p>;
  switch (section) {
    case 'shop':
      return <ShopSettings view={view} known={draft.shops} onConnected={draft.readAgain} />;
    case 'labels':
      return <LabelSettings draft={draft.draft} change={draft.change} wrong={draft.wrong} />;
    case 'rules':
      return <RuleSettings draft={draft.draft} change={draft.change} />;
    case 'cartons':
      return <CartonSettings draft={draft.draft} change={draft.change} wrong={draft.wrong} />;
    case 'people':
      return <PeopleSettings draft={draft.draft} change={draft.change} wrong={draft.wrong} />;
  }
}
