import { Content } from '@backstage/core-components';
import { FleetPage } from '../FleetPage/FleetPage';

/** The fleet page below a header: the new frontend system draws one, and leaves the room to the page. */
export function FleetContent() {
  return (
    <Content>
      <FleetPage />
    </Content>
  );
}
