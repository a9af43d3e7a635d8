/** What to do about a finding, by its code; for the person in front of the bench, in plain words. */
const cures: Readonly<Record<string, string>> = {
  'bad-address':
    'mend the address in the bench file: serial:/dev/…?baud=9600, tcp://host:port, hid:0922:8003, file:DIR or sim:',
  'wrong-transport': 'this kind of device cannot be reached by such an address',
  'not-found':
    'plug the device in, or write the address of one that doctor lists as plugged in into the bench file',
  'connection-refused': 'switch the device on; see that its network address and port are right',
  'in-use': 'another program holds the port: end it',
  'no-permission':
    'let this user open the port (Linux: add the user to the groups dialout and lp, then sign in again)',
  timeout: 'nothing answers at this address: check cable, switch and address',
  'connection-lost': 'the connection broke: check cable and power',
  'cannot-write': 'the folder cannot be written: check that it exists and whom it belongs to',
  'no-scale':
    'packages must be weighed here: name a scale, or set "requireWeight": false; until then a lead releases each package by badge',
  'no-label-printer':
    'no label can come out: name a printer, or "file:DIR" to try things out; until then each posting stays open at its label',
  'no-people':
    'every scan is answered with nobody-signed-in: name a "packer", or "people", who scan their badge (packbench control-sheet prints them)',
  'no-lead':
    'nobody can let a weight pass, settle tasks, hand over or change settings: give one of "people" the role "lead"',
  'no-cartons':
    'no carton is suggested, and one that weighs more than the tolerance makes every package too heavy: name the cartons with their weight',
  'no-answer':
    'the scale is connected but says nothing: check its protocol, speed and parity in its menu (docs/scale-protocols.md)',
  'not-understood': 'the scale speaks another protocol: set the same in its menu and in the bench file',
  garbled: 'speed, parity or data bits differ: set the same in the scale and in the address (?baud=9600)',
  'wrong-unit': 'set the scale to grams or kilograms',
  'wrong-parity': 'the scale sends seven bits and a parity: write ?bits=7&parity=even behind the address',
  'scale-fault': 'empty the scale, switch it off and on',
  'scale-not-ready': 'wait until the scale has warmed up',
  'not-weighing': 'switch the scale from counting to weighing',
  'needs-calibration': 'have the scale calibrated',
  'needs-zero': 'empty the scale and press its zero key',
  'paper-out': 'put labels in',
  'head-open': 'close the print head',
  'ribbon-out': 'put a ribbon in, or set the printer to direct thermal',
  paused: 'press the printer’s pause key',
  'too-hot': 'let the print head cool down',
  'buffer-full': 'its memory is full: switch the printer off and on',
  'memory-lost': 'it lost its settings: switch the printer off and on, then calibrate it for its paper',
  jammed: 'open the printer and take the jammed paper out',
  fault: 'the printer reports a fault of its own: switch it off and on, and see its manual if it stays',
  'half-job': 'the last label was cut off halfway: switch the printer off and on before the next one',
  'printer-offline': 'the queue does not reach the printer: check cable and power',
  'queue-stopped': 'start the queue again (cupsenable QUEUE, or the system’s printer settings)',
  'queue-rejects': 'let the queue take jobs (cupsaccept QUEUE, or the system’s printer settings)',
  'no-status': 'the printer stopped answering: check paper, head and ribbon, then switch it off and on',
  'wrong-client-id': 'the Client-Id is no account’s number: copy it from the seller account',
  'wrong-key': 'the shop does not know this key for this Client-Id: copy both anew, or make a new key',
  deactivated: 'the key was switched off or its time is over: make a new one in the seller account',
  'other-network': 'the key is bound to other networks: let it be used from this one, or make a new key',
  'lacks-right': 'make a key with this right in the seller account',
  unreachable: 'the shop does not answer: check the network and the address',
  busy: 'the shop wants a pause: try again in a moment',
  unreadable: 'what answers is not the shop: check the address',
};

/** A cure for a code of device health or shop failure; a general one where there is none. */
export function cureFor(code: string | null): string {
  return (code === null ? undefined : cures[code]) ?? 'see docs/devices.md';
}
