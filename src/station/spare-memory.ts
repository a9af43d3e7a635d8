import { setFlagsFromString } from 'node:v8';

// The first import of every program that is a station, as both are read where a heap grows or a thread is made.

// The nursery of the engine's heap would grow to 48 MB and stay so: what a scan leaves is gone long before. Two MB are
// emptied about once a scan, in a fraction of a millisecond.
setFlagsFromString('--semi-space-growth-factor=1');
// Gives the label thread the function that frees drawings: see workers/free-drawings.ts.
setFlagsFromString('--expose-gc');
