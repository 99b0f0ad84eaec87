import { parseCgiHead } from './parseCgiHead';

describe('parseCgiHead', () => {
  it('reads the status and the headers', () => {
    expect(
      parseCgiHead('Status: 404 Not Found\r\nExpires: Fri, 01 Jan 1980 00:00'),
    ).toEqual({
      status: 404,
      headers: { Expires: 'Fri, 01 Jan 1980 00:00' },
    });
  });

  it('is 200 where the program says nothing else', () => {
    expect(parseCgiHead('Content-Type: text/plain\nX-Empty:')).toEqual({
      status: 200,
      headers: { 'Content-Type': 'text/plain', 'X-Empty': '' },
    });
  });
});
