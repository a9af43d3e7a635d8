import { z } from 'zod';
import { RequestFrame, type StationFrame } from '#contract/frames.ts';
import type { Station } from './station.ts';

/** Answers frames from a window and sends it the station's events; see docs/architecture.md for the frames. */
export function serveFrames(station: Station, post: (frame: StationFrame) => void): (frame: unknown) => void {
  station.publisher.listen((event, data) => post({ event, data }));
  return (frame) => {
    const request = RequestFrame.safeParse(frame);
    if (!request.success) {
      process.stderr.write(
        `${JSON.stringify({ event: 'bad-frame', detail: z.prettifyError(request.error).slice(0, 300) })}\n`,
      );
      return;
    }
    const { id, procedure, input, shop } = request.data;
    void station.call(procedure, input ?? {}, shop).then((answer) => {
      post(answer.ok ? { id, ok: true, value: answer.value } : { id, ok: false, error: answer.error });
    });
  };
}
