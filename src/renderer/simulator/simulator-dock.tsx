import { Button } from 'react-aria-components';
import { Icon } from '../design/icon.tsx';
import { prefer, usePreferences } from '../preferences/preferences.ts';
import { useTexts } from '../texts/use-texts.ts';
import { SimulatedPrinter } from './simulated-printer.tsx';
import { SimulatedScale } from './simulated-scale.tsx';
import { SimulatedScanner } from './simulated-scanner.tsx';
import { useSimulation } from './use-simulation.ts';

/** The simulated devices, beside the bench; folded away it is a strip. */
export function SimulatorDock() {
  const { say } = useTexts();
  const isOpen = usePreferences((preferences) => preferences.isSimulatorOpen);
  const toggle = () => prefer({ isSimulatorOpen: !isOpen });
  return (
    <aside className={isOpen ? 'sim sim--open' : 'sim'} aria-label={say('sim.title')} data-testid="simulator">
      <Button
        className="sim__handle"
        onPress={toggle}
        aria-label={say(isOpen ? 'sim.hide' : 'sim.show')}
        aria-expanded={isOpen}
        data-testid="simulator-toggle"
      >
        <Icon name={isOpen ? 'right' : 'left'} size="1.75rem" />
        {isOpen ? <span>{say('sim.title')}</span> : null}
      </Button>
      {isOpen ? <SimulatedDevices /> : null}
    </aside>
  );
}

function SimulatedDevices() {
  const simulation = useSimulation();
  return (
    <div className="sim__body scroll">
      <SimulatedScanner simulation={simulation} />
      <SimulatedScale simulation={simulation} />
      <SimulatedPrinter simulation={simulation} />
    </div>
  );
}
