import { useCallback, useEffect, useRef, useState } from 'react';
import type { StationEvents } from '#contract/events.ts';
import type { Failure } from '#contract/failure.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#contract/procedures.ts';
import { stationGeneration, useBench } from '../bench-store/bench-store.ts';
import { useStation } from './station.ts';

/** What a screen has of an answer: nothing yet, the value, or why there is none. An old value stays while a new one comes. */
export interface Asked<Value> {
  readonly value: Value | null;
  readonly failure: Failure | null;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
}

type ListName = StationEvents['changed']['list'];

/**
 * Asks a procedure when a screen opens, when its input changes, when the station says that one of `lists` changed, and
 * again of every new station: what the one before said, or failed to say, is not believed of it. `null` as input asks
 * nothing.
 */
export function useAnswer<Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name> | null,
  lists: readonly ListName[] = [],
): Asked<ProcedureOutput<Name>> {
  const station = useStation();
  const generation = useBench(stationGeneration);
  const [value, setValue] = useState<ProcedureOutput<Name> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isAsking, setIsAsking] = useState(input !== null);
  const [answeredKey, setAnsweredKey] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const latestInput = useRef(input);
  latestInput.current = input;
  const key = JSON.stringify(input);
  const watched = lists.join(' ');
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the input, `turn` for another try.
  useEffect(() => {
    // A frame that is sent before the station is up is lost.
    if (latestInput.current === null || generation === null) return;
    let isCurrent = true;
    setIsAsking(true);
    void station.call(name, latestInput.current).then((answer) => {
      if (!isCurrent) return;
      setIsAsking(false);
      setAnsweredKey(key);
      setFailure(answer.ok ? null : answer.error);
      if (answer.ok) setValue(answer.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [station, name, key, turn, generation]);

  useEffect(
    () =>
      station.on('changed', ({ list }) => {
        if (watched.split(' ').includes(list)) askAgain();
      }),
    [station, watched, askAgain],
  );

  // In the paint in which the input changes the old value is still there, and it is no answer to the new input.
  return { value, failure, isAsking: isAsking || (input !== null && answeredKey !== key), askAgain };
}
