import { useCallback, useRef, useState } from 'react';
import type { Failure } from '#contract/failure.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#contract/procedures.ts';
import { useStation } from './station.ts';

/** A procedure that a person starts: one at a time, with its failure kept until the next try. */
export interface Command<Name extends ProcedureName> {
  readonly run: (input: ProcedureInput<Name>) => Promise<ProcedureOutput<Name> | null>;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly forgetFailure: () => void;
}

/** `run` answers null when it failed or when the same command is under way already. */
export function useCommand<Name extends ProcedureName>(name: Name): Command<Name> {
  const station = useStation();
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);

  const run = useCallback(
    async (input: ProcedureInput<Name>) => {
      if (running.current) return null;
      running.current = true;
      setIsRunning(true);
      setFailure(null);
      const answer = await station.call(name, input);
      running.current = false;
      setIsRunning(false);
      if (answer.ok) return answer.value;
      setFailure(answer.error);
      return null;
    },
    [station, name],
  );
  const forgetFailure = useCallback(() => setFailure(null), []);
  return { run, isRunning, failure, forgetFailure };
}
