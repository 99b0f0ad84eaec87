import { crowd, firstServices, serviceOf } from './Fleet';

describe('serviceOf', () => {
  const numbers = [...firstServices(8_000), ...crowd];
  const services = numbers.map(serviceOf);

  it('gives all names one length, as services are made of one another', () => {
    expect(new Set(services.map(({ name }) => name.length)).size).toBe(1);
    expect(
      new Set(services.map(({ namespace }) => namespace.length)).size,
    ).toBe(1);
  });

  it('gives each service a name of its own, and each namespace to five', () => {
    expect(new Set(services.map(({ name }) => name)).size).toBe(numbers.length);
    expect(new Set(services.map(({ namespace }) => namespace)).size).toBe(
      8_000 / 5 + 1,
    );
  });
});
