/** Fetching what came back. */
export const enCollecting = {
  collecting: {
    code: 'Code for fetching returns',
    codeHint:
      'The shop’s point scans it and gives out what waits there. Whoever has it can fetch your goods.',
    notEnabled: 'The shop gives your returns out without a code.',
    print: 'Print the code',
    renew: 'Make a new code',
    renewHint:
      'For a code that came into other hands. The old one, and every print of it, is worth nothing at once.',
    points: 'Where returns wait',
    noPoints: 'Nothing waits to be fetched.',
    returns: 'Returns',
    boxes: 'Boxes',
    pass: 'Pass',
    passNeeded: { one: 'needed, {{count}} made', other: 'needed, {{count}} made' },
    noPass: 'not needed',
    giveouts: 'Given out',
    noGiveouts: 'Nothing was given out lately.',
    giveout: 'Number',
    given: 'Items',
    since: 'Begun',
    openOne: 'Given out, number {{id}}',
    isGiven: 'given out',
    isNotGiven: 'not yet',
    status: {
      created: 'begun',
      approved: 'confirmed',
      completed: 'done',
      cancelled: 'called off',
      unknown: '{{status}}',
    },
  },
};
