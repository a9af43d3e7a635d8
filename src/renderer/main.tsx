import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { OutsidePage } from './app/outside-page.tsx';
import { feedBenchStore } from './bench-store/feed-bench-store.ts';
import { windowBridge } from './station-link/bridge.ts';
import { StationContext } from './station-link/station.ts';
import { linkStation } from './station-link/station-link.ts';

// The window's policy forbids code made from text, which zod would otherwise try.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(<StrictMode>{page()}</StrictMode>);

function page() {
  const bridge = windowBridge();
  if (bridge === null) return <OutsidePage />;
  const station = linkStation(bridge);
  feedBenchStore(station);
  return (
    <StationContext value={station}>
      <App />
    </StationContext>
  );
}
