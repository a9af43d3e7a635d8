import type { BenchView } from '#contract/bench-view.ts';
import { AfterSaleScreen } from '../after-sale/after-sale-screen.tsx';
import { benchOf, useBench } from '../bench-store/bench-store.ts';
import { openChat } from '../chat/open-chat.ts';
import { FirstStart } from '../first-start/first-start.tsx';
import { openCancellation } from '../packing/open-cancellation.ts';
import { PackingScreen } from '../packing/packing-screen.tsx';
import { Takeover } from '../packing/takeover.tsx';
import { VerdictBand } from '../packing/verdict-band.tsx';
import { useTheme } from '../preferences/use-theme.ts';
import { ProductsScreen } from '../products/products-screen.tsx';
import { QueueScreen } from '../queue/queue-screen.tsx';
import { useWindowScanner } from '../scanning/use-window-scanner.ts';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { ShiftScreen } from '../shift/shift-screen.tsx';
import { ShopChoice } from '../shops/shop-choice.tsx';
import { SignInScreen } from '../sign-in/sign-in-screen.tsx';
import { SimulatorDock } from '../simulator/simulator-dock.tsx';
import { useBenchSounds } from '../sound/use-bench-sounds.ts';
import { useFirstStart } from './first-start-seen.ts';
import { HeaderLine } from './header-line.tsx';
import { NavRail } from './nav-rail.tsx';
import { useScreen } from './screens.ts';
import { StationOverlay } from './station-overlay.tsx';
import { useBenchLanguage } from './use-bench-language.ts';
import { useFollowScans } from './use-follow-scans.ts';
import { useScreenKeys } from './use-screen-keys.ts';

/** The window: scans are taken in every state of it, and the station's state is said over everything. */
export function App() {
  useTheme();
  useBenchLanguage();
  useWindowScanner();
  useBenchSounds();
  useScreenKeys();
  useFollowScans();
  const view = useBench((state) => state.view);
  return (
    <>
      {view === null ? null : <BenchWindow key={benchOf(view)} view={view} />}
      <StationOverlay />
    </>
  );
}

function BenchWindow({ view }: { readonly view: BenchView }) {
  const isFirstStart = useFirstStart(view);
  const cancelled = useBench(openCancellation);
  return (
    <div className="window">
      <div className="bench">
        {isFirstStart ? <FirstStart view={view} /> : <Bench view={view} />}
        <Takeover view={view} cancelled={cancelled} />
      </div>
      {view.isSimulated ? <SimulatorDock /> : null}
    </div>
  );
}

function Bench({ view }: { readonly view: BenchView }) {
  const screen = useScreen((state) => state.screen);
  const isSignedIn = view.actor !== null;
  return (
    <>
      <NavRail counts={view.counts} />
      <div className="bench__main">
        <HeaderLine view={view} />
        <main className="bench__screen">
          {isSignedIn ? <OpenScreen view={view} /> : <SignInScreen view={view} />}
        </main>
        <VerdictBand isSlim={!isSignedIn || screen !== 'pack'} />
      </div>
    </>
  );
}

function OpenScreen({ view }: { readonly view: BenchView }) {
  const screen = useScreen((state) => state.screen);
  switch (screen) {
    case 'pack':
      return <PackingScreen view={view} />;
    case 'queue':
      return <QueueScreen view={view} />;
    case 'shift':
      return <ShiftScreen view={view} />;
    case 'products':
      return (
        <ShopChoice shops={view.shops} isScreen>
          <ProductsScreen view={view} />
        </ShopChoice>
      );
    case 'after-sale':
      return (
        // An open chat is of the shop before.
        <ShopChoice shops={view.shops} isScreen onChoose={() => openChat(null)}>
          <AfterSaleScreen view={view} />
        </ShopChoice>
      );
    case 'settings':
      return <SettingsScreen view={view} />;
  }
}
