import { holdFor } from '#domain/packing/decide-hold.ts';
import { decideTypedWeight } from '#domain/packing/decide-unit-weight.ts';
import { ok } from '#domain/result.ts';
import { isPin } from '../bench-file/pin.ts';
import { actorOf } from '../packing/lookups.ts';
import { failed, type Handlers } from './procedure-context.ts';

/** What happens at the bench itself: scans, who is signed in, the posting that is open. */
export const benchProcedures: Handlers<
  | 'bench.view'
  | 'bench.scan'
  | 'bench.signIn'
  | 'bench.signOut'
  | 'bench.setLanguage'
  | 'bench.hold'
  | 'bench.typeWeight'
  | 'posting.open'
> = {
  'bench.view': (_, { view }) => ok(view()),
  'bench.scan': ({ text, source }, { bench }) => ok(bench.scan(text, source)),
  'bench.signIn': ({ actor: id, pin }, { bench, benchFile }) => {
    const actor = actorOf(benchFile(), id);
    if (actor === null) return failed('unknown-person', id);
    const hash = benchFile().people.find((person) => person.id === id)?.pinHash;
    // Somebody without a PIN has a badge; the list on the screen is no way in.
    if (hash === undefined || !isPin(pin, hash)) return failed('wrong-pin', id);
    bench.signIn(actor);
    return ok(actor);
  },
  'bench.signOut': (_, { bench }) => {
    bench.signOut();
    return ok({ done: true });
  },
  'bench.setLanguage': ({ language }, { speakLanguage }) => {
    speakLanguage(language);
    return ok({ done: true });
  },
  'bench.hold': ({ reason, note }, { bench }) =>
    ok(bench.command((session) => holdFor(session, reason, note), `hold ${reason}`)),
  'bench.typeWeight': ({ weightG }, { bench }) =>
    ok(
      bench.command((session, context) => decideTypedWeight(session, weightG, context), `typed ${weightG} g`),
    ),
  'posting.open': ({ posting }, { bench }) => ok(bench.open(posting)),
};
