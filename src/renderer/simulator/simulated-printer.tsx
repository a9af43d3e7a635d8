import { useState } from 'react';
import { useBench } from '../bench-store/bench-store.ts';
import { ActionButton } from '../design/action-button.tsx';
import { Choice } from '../design/choice.tsx';
import { Icon } from '../design/icon.tsx';
import { useTexts } from '../texts/use-texts.ts';
import type { Simulation } from './use-simulation.ts';

type PrinterState = 'ready' | 'off' | 'paper-out';
const labelsShown = 3;

/** A printer to switch off, and the labels that came out of it. */
export function SimulatedPrinter({ simulation }: { readonly simulation: Simulation }) {
  const { say } = useTexts();
  const [state, setState] = useState<PrinterState>(printerState);
  const set = (next: PrinterState) => {
    setState(next);
    simulation.setPrinter(next);
  };
  const labels = simulation.labels.slice(0, labelsShown);
  return (
    <section className="sim-device">
      <h2 className="sim-device__title">
        <Icon name="label-printer" size="1.75rem" /> {say('sim.printer')}
      </h2>
      <Choice
        label={say('sim.printer')}
        isLabelUnseen
        value={state}
        onChange={set}
        testIdPrefix="sim-printer"
        options={[
          { value: 'ready', text: say('sim.printerState.ready') },
          { value: 'off', text: say('sim.printerState.off') },
          { value: 'paper-out', text: say('sim.printerState.paper-out') },
        ]}
      />
      <h3 className="note">{say('sim.labels')}</h3>
      {labels.length === 0 ? <p className="note">{say('sim.noLabels')}</p> : null}
      <ul className="sim-labels">
        {labels.map((label, index) => (
          <li key={label.job} className="sim-label">
            <img
              src={label.dataUrl}
              alt={
                label.posting === null ? say('sim.document') : say('sim.labelOf', { posting: label.posting })
              }
            />
            <ScanLabelButton code={label.codes[0]} index={index} simulation={simulation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As the bench sees it: a printer that was switched off stays off while the panel is folded away. */
function printerState(): PrinterState {
  const printer = useBench.getState().view?.devices.find(({ kind }) => kind === 'label-printer');
  if (printer?.detail === 'paper-out') return 'paper-out';
  return printer === undefined || printer.state === 'ready' ? 'ready' : 'off';
}

function ScanLabelButton(props: {
  readonly code: string | undefined;
  readonly index: number;
  readonly simulation: Simulation;
}) {
  const { say } = useTexts();
  const { code } = props;
  if (code === undefined) return null;
  return (
    <ActionButton onPress={() => props.simulation.scan(code)} testId={`sim-scan-label-${props.index}`}>
      {say('sim.scanLabel')}
    </ActionButton>
  );
}
