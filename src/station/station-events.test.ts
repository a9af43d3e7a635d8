import { expect, it, onTestFinished, vi } from 'vitest';
import { createPublisher } from './station-events.ts';

it('a listener that fails keeps neither the others from hearing nor the scan from its answer', () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => said.mockRestore());
  const publisher = createPublisher();
  const heard: string[] = [];
  publisher.listen(() => {
    throw new Error('a fault of ours');
  });
  publisher.listen((event) => heard.push(event));
  publisher.publish('changed', { list: 'queue' });
  expect(heard).toEqual(['changed']);
  expect(said).toHaveBeenCalledOnce();
});
