import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BenchFile } from '#contract/bench-file.ts';
import { demoBench } from './demo-bench.ts';
import { type DemoHome, demoHomeIn, languageOf, prepareDemoHome, writeDemoBench } from './demo-home.ts';

let folder: string;
let home: DemoHome;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-home-'));
  home = demoHomeIn(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shop = { demoShop: 'ready', url: 'http://127.0.0.1:1', clientId: '1', apiKey: 'k' } as const;

describe('the home of the demo', () => {
  it('holds a whole bench file, in the language that the window speaks', () => {
    prepareDemoHome(home, Date.now());
    writeDemoBench(home, demoBench(shop, 'zh-CN'));
    const bench = BenchFile.parse(JSON.parse(readFileSync(home.benchFile, 'utf8')));
    expect(bench).toMatchObject({ language: 'zh-CN', packer: 'P1', scanners: ['sim:'] });
    expect(bench.cartons.map(({ code }) => code)).toEqual(['XS', 'S', 'M', 'L', 'XL']);
  });

  it('goes on with what was packed earlier today, and starts over on another day', () => {
    prepareDemoHome(home, Date.now());
    writeDemoBench(home, demoBench(shop, 'en'));
    writeFileSync(home.shopStateFile, '{}');
    prepareDemoHome(home, Date.now());
    expect(existsSync(home.shopStateFile)).toBe(true);
    utimesSync(home.benchFile, new Date(0), new Date(0));
    prepareDemoHome(home, Date.now());
    expect(existsSync(home.shopStateFile)).toBe(false);
    expect(existsSync(home.homeDir)).toBe(true);
  });
});

describe('the language of the demo', () => {
  it('is what the first readable bench file says, else what the system speaks', () => {
    const russian = join(folder, 'ru.json');
    const broken = join(folder, 'broken.json');
    writeFileSync(russian, '\uFEFF{"language":"ru"}');
    writeFileSync(broken, '{"language":');
    expect(languageOf([join(folder, 'none.json'), broken, russian], 'zh-CN')).toBe('ru');
    expect(languageOf([broken], 'zh-Hans-CN')).toBe('zh-CN');
    expect(languageOf([], 'ru')).toBe('ru');
    expect(languageOf([], 'de-DE')).toBe('en');
  });
});
