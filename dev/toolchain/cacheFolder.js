const os = require('node:os');
const path = require('node:path');

/**
 * Where built programs, toolchains and run data are kept: outside the work tree, so that a clean
 * clone finds them again. `PORTAL_CACHE` names another place.
 */
function cacheFolder() {
  const { PORTAL_CACHE, XDG_CACHE_HOME } = process.env;
  return (
    PORTAL_CACHE ||
    path.join(
      XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
      'portal-operations',
    )
  );
}

module.exports = { cacheFolder };
