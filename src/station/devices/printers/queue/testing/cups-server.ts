import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exchangeIpp } from '../ipp-exchange.ts';
import { OPERATION } from '../ipp-message.ts';

/** What the printer behind the queue does with a job. */
export type CupsPrinterMode = 'ok' | 'paper-out' | 'hangs';

export type CupsServer = {
  readonly port: number;
  readonly set: (mode: CupsPrinterMode) => Promise<void>;
  /** What came out, in order. */
  readonly printed: () => Promise<readonly Buffer[]>;
  readonly forget: () => Promise<void>;
  readonly halt: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A CUPS of its own on the loopback, in a folder of its own, with the raw queue `labels`. Needs `cups-daemon`, as root. */
export async function startCups(): Promise<CupsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'cups-'));
  const out = join(folder, 'out');
  const modeFile = join(folder, 'mode');
  const port = await freePort();
  for (const name of ['out', 'etc', 'bin/backend', 'bin/filter', 'bin/daemon', 'cache', 'spool', 'state'])
    await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, 'bin/backend/capture'), backend(modeFile, out));
  await chmod(join(folder, 'bin/backend/capture'), 0o755);
  await symlink('/usr/lib/cups/daemon/cups-exec', join(folder, 'bin/daemon/cups-exec'));
  await writeFile(join(folder, 'etc/cups-files.conf'), filesConfig(folder));
  await writeFile(join(folder, 'etc/cupsd.conf'), serverConfig(port));
  await writeFile(join(folder, 'etc/printers.conf'), QUEUE);
  await writeFile(modeFile, 'ok');
  // Backends and their folders must belong to root, and the printer runs as lp.
  execFileSync('chown', ['lp:lp', out]);
  await chmod(folder, 0o755);
  let server = await launch(folder, port);
  const halt = async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  };
  return {
    port,
    set: async (mode) => {
      await writeFile(modeFile, mode);
      if (mode === 'ok') await resumeQueue(port);
    },
    printed: async () => {
      const names = (await readdir(out)).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
      return Promise.all(names.map((name) => readFile(join(out, name))));
    },
    forget: async () => {
      for (const name of await readdir(out)) await rm(join(out, name));
    },
    halt,
    resume: async () => {
      server = await launch(folder, port);
    },
    stop: async () => {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, port: number): Promise<ChildProcess> {
  const args = ['-f', '-c', join(folder, 'etc/cupsd.conf'), '-s', join(folder, 'etc/cups-files.conf')];
  const server = spawn('/usr/sbin/cupsd', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  for (let tries = 0; tries < 500; tries += 1) {
    if (server.exitCode !== null) throw new Error(`cupsd ended with ${server.exitCode}`);
    if ((await askQueue(port)).ok) return server;
    await pause(20);
  }
  throw new Error('cupsd does not answer');
}

function askQueue(port: number) {
  const printerUri = `ipp://127.0.0.1:${port}/printers/labels`;
  return exchangeIpp(
    { printerUri, socketPath: null },
    {
      operation: OPERATION.getPrinterAttributes,
      requestId: 1,
      attributes: [{ name: 'printer-uri', tag: 'uri', values: [printerUri] }],
    },
    1_000,
  );
}

/** What a person does in the system's settings once paper is back: `cupsenable`. */
async function resumeQueue(port: number): Promise<void> {
  const printerUri = `ipp://127.0.0.1:${port}/printers/labels`;
  const answer = await exchangeIpp(
    { printerUri, socketPath: null },
    {
      operation: OPERATION.resumePrinter,
      requestId: 1,
      attributes: [{ name: 'printer-uri', tag: 'uri', values: [printerUri] }],
    },
    3_000,
  );
  if (!answer.ok) throw new Error(answer.error.technical);
}

/** Keeps each job as a file, once it has all of it. */
function backend(modeFile: string, out: string): string {
  return `#!/bin/sh
[ $# -eq 0 ] && exit 0
mode=$(cat ${modeFile})
if [ "$mode" = paper-out ]; then
  echo "STATE: +media-empty-error" >&2
  exit 4
fi
echo "STATE: -media-empty-error" >&2
if [ "$mode" = hangs ]; then
  trap 'exit 1' TERM
  while :; do sleep 0.05; done
fi
if [ -n "$6" ]; then cat "$6"; else cat; fi > ${out}/.$1
mv ${out}/.$1 ${out}/$1
`;
}

function filesConfig(folder: string): string {
  const at = (name: string) => join(folder, name);
  return `User lp
Group lp
SystemGroup root
ServerRoot ${at('etc')}
ServerBin ${at('bin')}
DataDir /usr/share/cups
StateDir ${at('state')}
CacheDir ${at('cache')}
RequestRoot ${at('spool')}
TempDir ${at('spool')}
AccessLog ${at('access.log')}
ErrorLog ${at('error.log')}
PageLog ${at('page.log')}
`;
}

function serverConfig(port: number): string {
  return `Listen 127.0.0.1:${port}
Browsing Off
WebInterface No
DefaultAuthType None
LogLevel warn
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`;
}

const QUEUE = `<DefaultPrinter labels>
Info labels
DeviceURI capture:/labels
State Idle
Accepting Yes
ErrorPolicy retry-current-job
</DefaultPrinter>
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
