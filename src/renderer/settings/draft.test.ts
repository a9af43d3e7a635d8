import { describe, expect, it } from 'vitest';
import { SettingsView } from '#contract/procedures.ts';
import { checkDraft, toDraft } from './draft.ts';

const settings = SettingsView.parse({
  bench: 'B1',
  revision: 'r1',
  shops: [],
  people: [
    { id: 'L1', name: 'Oleg', role: 'lead', hasPin: true },
    { id: 'P1', name: 'Анна', role: 'packer', hasPin: false },
  ],
  cartons: [{ code: 'S', innerMm: [200, 150, 100], outerMm: [206, 156, 106], tareG: 90, maxLoadG: 5000 }],
});

describe('settings that a lead changes', () => {
  it('go back as they came when nothing was changed, and keep every PIN', () => {
    const checked = checkDraft(toDraft(settings));
    if (!checked.ok) throw new Error([...checked.wrong].join());
    expect(checked.settings.people).toEqual([
      { id: 'L1', name: 'Oleg', role: 'lead' },
      { id: 'P1', name: 'Анна', role: 'packer' },
    ]);
    expect(checked.settings.cartons).toEqual(settings.cartons);
  });

  it('mark each place that cannot be used', () => {
    const draft = toDraft(settings);
    const [lead, packer] = draft.people;
    const [carton] = draft.cartons;
    if (lead === undefined || packer === undefined || carton === undefined) throw new Error('no sample');
    const checked = checkDraft({
      ...draft,
      people: [lead, { ...packer, id: 'not a badge!', pin: '12' }],
      cartons: [{ ...carton, code: '', innerMm: [0, 150, 100] }],
      scanners: [''],
    });
    expect(checked.ok ? [] : [...checked.wrong].sort()).toEqual([
      'cartons.0.code',
      'cartons.0.innerMm',
      'people.1.id',
      'people.1.pin',
      'scanners.0',
    ]);
  });

  it('take scanners with a name and without, and mark the address of either', () => {
    const named = { name: 'left hand', at: 'sim:' };
    const saved = checkDraft({ ...toDraft(settings), scanners: ['sim:', named] });
    expect(saved).toMatchObject({ ok: true, settings: { scanners: ['sim:', named] } });
    const checked = checkDraft({ ...toDraft(settings), scanners: ['usb:1', { ...named, at: 'usb:1' }] });
    expect(checked.ok ? [] : [...checked.wrong]).toEqual(['scanners.0', 'scanners.1.at']);
  });

  it('mark the protocol of a USB scale that speaks no other', () => {
    const scale = { at: 'hid:0922:8003', protocol: 'mt-sics' } as const;
    const checked = checkDraft({ ...toDraft(settings), scale });
    expect(checked.ok ? [] : [...checked.wrong]).toEqual(['scale.protocol']);
  });

  it('refuse a badge id or a carton code that stands twice', () => {
    const draft = toDraft(settings);
    const people = draft.people.map((person) => ({ ...person, id: 'L1' }));
    const checked = checkDraft({ ...draft, people });
    expect(checked.ok ? [] : [...checked.wrong]).toEqual(['people.1.id']);
  });
});
