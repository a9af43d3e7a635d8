// Loading the station makes the heap grow: how far it may is said before.
import './spare-memory.ts';

await import('./station-process.ts');
