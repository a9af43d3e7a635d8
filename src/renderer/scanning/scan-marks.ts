/** Marks for measuring scan to paint; read by the bench measure. Old ones go, so that a long shift grows nothing. */

const scanReceived = 'scan-received';
const verdictPainted = 'verdict-painted';
const marksKept = 500;
let marks = 0;

/** A whole scan has left the decoder. */
export function markScanReceived(): void {
  marks += 1;
  if (marks > marksKept) {
    performance.clearMarks(scanReceived);
    performance.clearMarks(verdictPainted);
    marks = 1;
  }
  performance.mark(scanReceived);
}

/** The verdict of number `seq` is in the document: marked when its frame has been painted. */
export function markVerdictPainted(seq: number): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => performance.mark(verdictPainted, { detail: { seq } })),
  );
}
