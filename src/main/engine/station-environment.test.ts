import { expect, it } from 'vitest';
import { stationEnvironment } from './station-environment.ts';

it('the station sees where things are and our own settings, and no secret, debugger or Electron switch', () => {
  const env = {
    PATH: '/bin',
    HOME: '/home/p',
    LC_ALL: 'ru_RU.UTF-8',
    SystemRoot: 'C:\\Windows',
    https_proxy: 'http://proxy:3128',
    PACKBENCH_NODE: '/node',
    PACKBENCH_SECRET_OZON_API_KEY: 'key',
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--inspect',
    AWS_SECRET_ACCESS_KEY: 'x',
    EMPTY: undefined,
  };
  expect(Object.keys(stationEnvironment(env)).sort()).toEqual(
    ['HOME', 'LC_ALL', 'PACKBENCH_NODE', 'PATH', 'SystemRoot', 'https_proxy'].sort(),
  );
});
