import { sharedInstance } from '../../devsite/runners/instance';
import { aRunner } from '../builders/a-runner';

/** It counts at its top level, as a careless cache does. */
const code = `let count = 0;
exports.run = async () => {
  count += 1;
  const mine = count;
  const told = await (await global.__forge_fetch__({ type: 'kvs' }, '/x')).json();
  return [mine, told];
};`;

const answering = (name: string) => async () => ({ status: 200, body: { name } });

test('a machine that two sites share keeps what a bundle keeps, and gives each call its own site', async () => {
  const instance = sharedInstance();
  const [one, other] = ['one', 'other'].map((name) => aRunner('in-process', { code, call: answering(name), instance }));
  const results = await Promise.all([one!.invoke('run'), other!.invoke('run')]);
  const values = results.map(({ result }) => (result.ok ? (result.value as unknown[]) : []));
  expect(values.map(([count]) => count).sort()).toEqual([1, 2]);
  expect(values.map(([, told]) => told)).toEqual([{ name: 'one' }, { name: 'other' }]);
  await Promise.all([one!.close(), other!.close()]);
});

test('a machine of its own keeps nothing of another site', async () => {
  const [one, other] = ['one', 'other'].map((name) => aRunner('in-process', { code, call: answering(name) }));
  const results = await Promise.all([one!.invoke('run'), other!.invoke('run')]);
  expect(results.map(({ result }) => result.ok && (result.value as unknown[])[0])).toEqual([1, 1]);
  await Promise.all([one!.close(), other!.close()]);
});
