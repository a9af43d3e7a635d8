import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { giveUp, say } from './say.mjs';
import { spawned } from './spawned.mjs';

/** What Electron's window needs from the system. */
const forTheWindow = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libdrm2',
];
/** What the library for USB HID scanners and scales needs from the system. */
const forDevices = ['libusb-1.0-0'];
/** A virtual display, and the fonts that a desktop would have for Chinese and Russian. */
const forNoDisplay = ['xvfb', 'xauth', 'fonts-noto-core', 'fonts-noto-cjk'];
/** Serial port pairs, real key presses, an independent barcode reader, PDF tools and a spreadsheet program. */
const forTests = [
  'socat',
  'xdotool',
  'x11-xkb-utils',
  'zbar-tools',
  'poppler-utils',
  'cups-daemon',
  'libreoffice-calc-nogui',
];

/** True where a window can be shown to somebody. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Installs what is missing on Debian as root, saying so first; elsewhere names the exact command and stops.
 * Not Debian-like or not Linux: nothing to do here.
 */
export async function ensureSystemPackages({ tests = false, virtualDisplay = !hasDisplay() } = {}) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const wanted = [
    ...forTheWindow,
    ...forDevices,
    ...(virtualDisplay || tests ? forNoDisplay : []),
    ...(tests ? forTests : []),
  ];
  const present = installedPackages();
  const missing = wanted.filter((name) => !present.has(name) && !present.has(`${name}t64`));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    giveUp(`these system packages are missing, please run:\n  sudo apt-get install -y ${missing.join(' ')}`);
  }
  say(`installing Debian packages that are missing: ${missing.join(' ')}`);
  await install(missing);
}

function installedPackages() {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const listing = execFileSync('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const installed = listing.split('\n').filter((line) => line.startsWith('installed '));
  return new Set(installed.map((line) => line.slice('installed '.length)));
}

async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation may be running; wait for its lock rather than fail.
  const patient = ['-o', 'DPkg::Lock::Timeout=600', '-qq'];
  const updated = await spawned('apt-get', ['update', ...patient], { env });
  if (updated !== 0) say('apt-get update failed, trying with the package lists that are there');
  const args = ['install', '-y', '--no-install-recommends', ...patient, ...names.map(candidateName)];
  const code = await spawned('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0)
    giveUp(`apt-get could not install them; please run:\n  apt-get install -y ${names.join(' ')}`);
}

/** Debian 13 renamed some libraries with a `t64` ending. */
function candidateName(name) {
  const policy = execFileSync('apt-cache', ['policy', `${name}t64`], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(policy) ? `${name}t64` : name;
}
