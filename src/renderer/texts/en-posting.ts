/** What a lead does with a posting at the shop. */
export const enPosting = {
  flags: {
    express: 'express',
    'click-and-collect': 'click & collect',
    'multi-box': 'several boxes',
    presortable: 'sort ahead',
    company: 'The buyer is a company: {{company}}',
    notOffered: 'The shop does not offer now: {{acts}} ({{status}})',
  },
  declare: {
    button: 'Fill in',
    title: 'What the shop wants to know of {{posting}}',
    hint: 'It is packed once this is given. Country and numbers are offered again the next time the same product needs them.',
    country: 'Country of origin',
    chooseCountry: 'Choose a country',
    customs: 'Customs declaration (GTD), as written',
    noCustoms: 'There is no customs declaration',
    batch: 'Batch number (RNPT), as written',
    noBatch: 'There is no batch number',
    noHint: 'The shop is told so',
    nothing: 'The shop wants nothing that can be given here',
    others: 'The rest can only be filled in at the shop itself.',
    confirm: 'Give it',
    asking: 'Telling the shop…',
  },
  split: {
    button: 'Split',
    title: 'Split {{posting}}',
    hint: 'Set how many of each go into a parcel of their own. Nothing is packed by it; the shop gives both parts new numbers. What was scanned of it already goes back to the shelf.',
    confirm: 'Split the posting',
    asking: 'Asking the shop…',
  },
};
