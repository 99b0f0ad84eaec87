import LinkIcon from '@material-ui/icons/Link';
import { PageBlueprint, createRouteRef } from '@backstage/frontend-plugin-api';

/** The shell draws an item of the navigation only for a page that has a name to route by. */
export const fleetPageRouteRef = createRouteRef();

/** The fleet page, with its item in the navigation. `path` and `title` can be set in `app.extensions`. */
export const fleetPage = PageBlueprint.make({
  params: {
    path: '/label-contract',
    routeRef: fleetPageRouteRef,
    title: 'Label contract',
    icon: <LinkIcon fontSize="inherit" />,
    loader: async () => {
      const { FleetContent } = await import(
        '../components/FleetContent/FleetContent'
      );
      return <FleetContent />;
    },
  },
});
