import { TimeSlices } from './TimeSlices';

function setUp() {
  let elapsed = 100;
  let turns = 0;
  const slices = new TimeSlices({
    sliceMs: 5,
    elapsedMs: () => elapsed,
    async giveTurn() {
      turns += 1;
      // Others take their time, too.
      elapsed += 50;
    },
  });
  return {
    slices,
    turns: () => turns,
    compute(milliseconds: number) {
      elapsed += milliseconds;
      return slices.next();
    },
  };
}

describe('TimeSlices', () => {
  it('gives others a turn when a slice is used up, and not before', async () => {
    const { turns, compute } = setUp();
    await compute(4);
    expect(turns()).toBe(0);
    await compute(1);
    expect(turns()).toBe(1);
    await compute(4);
    expect(turns()).toBe(1);
    await compute(20);
    expect(turns()).toBe(2);
  });

  it('counts its own time only', async () => {
    const { slices, compute } = setUp();
    await compute(6);
    await compute(9);
    await compute(2);
    expect(slices.busyMs).toBe(17);
  });
});
