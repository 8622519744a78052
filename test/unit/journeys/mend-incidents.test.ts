import { learnt } from '@fettle/journeys/mend-incidents';
import { aReading, aSmallWorld, at } from '../../builders/a-small-world';

test('an issue is learnt as a search told it, without what its history tells of later', async () => {
  const { world } = aSmallWorld();
  const moved = (minute: number, from: string, to: string) => ({
    at: at(minute),
    by: 'abel',
    items: [{ field: 'status', from, to }],
  });
  const seen = aReading('1', { updated: at(5), values: { ...aReading().values, status: 'Open' } });

  const { facts } = await learnt(seen, undefined, [moved(5, 'New', 'Open'), moved(6, 'Open', 'Done')], world);

  expect(facts.created.values.status).toBe('New');
  expect(facts.changes).toEqual([moved(5, 'New', 'Open')]);
});
