import {
  asTime,
  blocksOf,
  copied,
  edgesOf,
  freeBlock,
  minutesOpen,
  reachOf,
  withBlock,
  withEdges,
} from '../../../static/app/src/administration/calendars/week/day-hours';

const office = [{ from: '09:00', to: '17:00' }];
const split = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const night = [{ from: '22:00', to: '06:00' }];

describe('the hours of a day', () => {
  test.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['24', '24:00'],
    ['25', '25'],
    ['nine', 'nine'],
  ])('are written as %s and kept as %s', (written, kept) => {
    expect(asTime(written)).toBe(kept);
  });

  test('move with their edges', () => {
    expect(edgesOf(blocksOf(split)!)).toEqual([480, 720, 780, 1_020]);
    expect(withEdges(split, [480, 720, 780, 1_080])).toEqual([split[0], { from: '13:00', to: '18:00' }]);
    expect(withEdges(office, [540, 1_440])).toEqual([{ from: '09:00', to: '24:00' }]);
  });

  test('stay as they are where both edges would meet', () => {
    expect(withEdges(office, [600, 600])).toEqual(office);
  });

  test('run past midnight until their end is moved', () => {
    expect(blocksOf(night)).toEqual([{ from: 1_320, to: 1_440, isOvernight: true }]);
    expect(reachOf(night)).toBe(360);
    expect(withEdges(night, [1_260, 1_440])).toEqual([{ from: '21:00', to: '06:00' }]);
    expect(withEdges(night, [1_320, 1_380])).toEqual([{ from: '22:00', to: '23:00' }]);
    expect(minutesOpen(night)).toBe(480);
  });

  test('are not drawn while one is no time', () => {
    expect(blocksOf([{ from: '9:', to: '17:00' }])).toBeUndefined();
  });

  test('grow by a block where it is free', () => {
    expect(withBlock(office, 1_080, 1_200)).toEqual([...office, { from: '18:00', to: '20:00' }]);
    expect(withBlock(office, 1_000, 1_200)).toEqual(office);
    expect(withBlock(withBlock([], ...freeBlock([])!), ...freeBlock(office)!)).toHaveLength(2);
    expect(freeBlock([{ from: '00:00', to: '24:00' }])).toBeUndefined();
  });

  test('are copied onto other days', () => {
    const week = [[], office, split, [], [], [], []];
    expect(copied(week, 1, [1, 2, 3])).toEqual([[], office, office, office, [], [], []]);
  });
});
