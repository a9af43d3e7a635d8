import { ruBench } from './ru-bench.ts';
import { ruLead } from './ru-lead.ts';

/** Every text of the window in Russian. */
export const ru = { ...ruBench, ...ruLead };
