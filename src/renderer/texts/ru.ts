import { ruBench } from './ru-bench.ts';
import { ruLead } from './ru-lead.ts';
import { ruTrouble } from './ru-trouble.ts';

/** Every text of the window in Russian. */
export const ru = { ...ruBench, ...ruLead, ...ruTrouble };
