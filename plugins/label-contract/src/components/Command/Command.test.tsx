import { storageApiRef } from '@backstage/core-plugin-api';
import { mockApis } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FixTool,
  renderFix,
  renderPatchFile,
  SetLabelFix,
} from '@portal-operations/plugin-label-contract-common';
import { renderWithApis } from '../../__testUtils__/renderWithApis';
import { Command } from './Command';

const fix: SetLabelFix = {
  kind: 'set-label',
  workload: {
    cluster: 'workshop',
    namespace: 'payments-team',
    kind: 'Deployment',
    name: 'payments-gateway',
    uid: '1',
  },
  levels: ['pod-template'],
  key: 'backstage.io/kubernetes-id',
  value: 'payments-platform',
  replacesPods: 2,
};

const render = (tool: FixTool) => renderFix(fix, tool);
const command = (
  <Command
    id="0"
    render={render}
    patch={renderPatchFile(fix)}
    value={fix.value}
  >
    {form => `shown for ${form}`}
  </Command>
);

function shownText(name: 'Command' | 'Patch') {
  return screen.getByRole('group', { name }).querySelector('code')?.textContent;
}

const shownCommand = () => shownText('Command');

describe('Command', () => {
  it('copies one line, exactly as it is shown', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderWithApis(command);

    await user.click(screen.getByRole('button', { name: 'Copy' }));

    expect(writeText).toHaveBeenCalledWith(shownCommand());
    expect(shownCommand()).not.toContain('\n');
    expect(screen.getByRole('button', { name: 'Copied' })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
  });

  it('says so where the browser gives no clipboard', async () => {
    const user = userEvent.setup();
    renderWithApis(command);
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValueOnce(new Error('denied'));

    await user.click(screen.getByRole('button', { name: 'Copy' }));

    expect(await screen.findByText(/Not copied/)).toBeInTheDocument();
  });

  it('changes the tool by arrow key and remembers it', async () => {
    const user = userEvent.setup();
    const storage = mockApis.storage();
    const apis = [[storageApiRef, storage]] as const;
    const { unmount } = renderWithApis(command, { apis });
    expect(shownCommand()).toMatch(/^oc patch/);

    await user.click(screen.getByRole('radio', { name: 'oc' }));
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'kubectl' })).toBeChecked();
    expect(shownCommand()).toMatch(/^kubectl patch/);
    unmount();

    renderWithApis(command, { apis });
    expect(shownCommand()).toMatch(/^kubectl patch/);
  });

  it('shows the patch alone, copies it, and remembers that it was chosen', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    const apis = [[storageApiRef, mockApis.storage()]] as const;
    const { unmount } = renderWithApis(command, { apis });
    await user.click(screen.getByRole('radio', { name: 'kubectl' }));
    await user.click(screen.getByRole('radio', { name: 'Patch' }));

    expect(shownText('Patch')).toBe(renderPatchFile(fix));
    expect(screen.getByText('shown for patch')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(writeText).toHaveBeenCalledWith(shownText('Patch'));
    unmount();

    const { unmount: unmountPatch } = renderWithApis(command, { apis });
    expect(screen.getByRole('radio', { name: 'Patch' })).toBeChecked();
    unmountPatch();

    renderWithApis(
      <Command id="1" render={render}>
        {form => `shown for ${form}`}
      </Command>,
      { apis },
    );
    expect(screen.queryByRole('radio', { name: 'Patch' })).toBeNull();
    expect(shownCommand()).toMatch(/^kubectl patch/);
  });
});
