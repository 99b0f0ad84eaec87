import { englishWords } from '../__testUtils__/englishWords';
import { sampleReports } from '../testUtils/sampleReports';
import { describeTicket } from './describeTicket';

const asOf = new Date('2026-01-05T10:00:00Z');
const { failing, violated } = sampleReports(asOf);
const ticketOf = (report: typeof failing, tool: 'oc' | 'kubectl' = 'kubectl') =>
  describeTicket({ finding: report.findings[0]!, tool, asOf }, englishWords());

describe('describeTicket', () => {
  it('says what fails where, the proof with its time, and ends with the command that comes next', () => {
    const [finding] = failing.findings;
    const lines = ticketOf(failing).split('\n');
    const { subject } = finding!;
    expect(lines[0]).toContain(subject.kind === 'Entity' ? '' : subject.name);
    expect(lines[1]).toContain('workshop');
    expect(ticketOf(failing)).toContain('2026-01-05T10:00:00Z');
    expect(lines.at(-1)).toMatch(/^kubectl /);
  });

  it('speaks with the tool of its reader', () => {
    expect(ticketOf(failing, 'oc').split('\n').at(-1)).toMatch(/^oc /);
  });

  it('is plain text without markup or empty lines', () => {
    for (const report of [failing, violated]) {
      expect(ticketOf(report)).not.toMatch(/[*`<>]|\n\n|\{\{|undefined/);
    }
  });

  it('never says that the platform is not the cause', () => {
    expect(ticketOf(failing)).not.toMatch(/not the (cause|platform)/i);
  });
});
