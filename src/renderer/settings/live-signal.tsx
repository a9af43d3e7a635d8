import { useEffect, useState } from 'react';
import type { DeviceView } from '#contract/bench-view.ts';
import { ScaleOrder } from '#contract/scale-order.ts';
import { verdictSentence } from '#contract/texts/sentences.ts';
import type { Verdict } from '#domain/packing/verdict.ts';
import { useBench } from '../bench-store/bench-store.ts';
import { ScaleOrderButton } from '../devices/scale-order-button.tsx';
import { useStation } from '../station-link/station.ts';
import { formatTenthsG } from '../texts/format.ts';
import { useTexts } from '../texts/use-texts.ts';

/** What a device is saying at this moment: the answer to its last scan, or the weight on it. */
export function LiveSignal({ device }: { readonly device: DeviceView }) {
  if (device.kind === 'scanner') return <LastScan source={device.device} />;
  return device.kind === 'scale' ? <LiveWeight /> : null;
}

function LastScan({ source }: { readonly source: string }) {
  const { say, language } = useTexts();
  const station = useStation();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  useEffect(
    () =>
      station.on('verdict', (event) => {
        if (event.source === source) setVerdict(event.verdict);
      }),
    [station, source],
  );
  return (
    <p className="live-signal">
      <span className="note">{say('settings.devices.lastScan')}</span>
      <b>{verdict === null ? say('settings.devices.noScan') : verdictSentence(language, verdict)}</b>
    </p>
  );
}

function LiveWeight() {
  const { say, language } = useTexts();
  const scale = useBench((state) => state.scale);
  return (
    <>
      <p className="live-signal">
        <span className="note">{say('settings.devices.liveWeight')}</span>
        <b>{scale === null || scale.tenthsG === null ? '—' : formatTenthsG(language, scale.tenthsG)}</b>
        {scale === null ? null : <span className="note">{say(`scale.status.${scale.status}`)}</span>}
      </p>
      <div className="live-signal__orders">
        {ScaleOrder.options.map((order) => (
          <ScaleOrderButton key={order} order={order} />
        ))}
      </div>
    </>
  );
}
