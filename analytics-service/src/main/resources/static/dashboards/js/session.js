// Who is signed in. The authorization code flow with PKCE (RFC 7636) is keycloak-js's, against any OpenID provider; the token lives in this
// module's memory only, so a reload asks the provider again, without a question to the person while its session lasts.

/* global Keycloak */

const CLIENT = 'dashboard';
const PAGE = `${location.origin}/dashboards/`;
const SIGNED_IN_BEFORE = 'dashboard.signed-in';
const WAY_BACK = 'dashboard.filters';
const SECONDS_LEFT_AT_LEAST = 10;

const provider = new Keycloak({ oidcProvider: `${location.origin}/auth`, clientId: CLIENT });

/**
 * Whether somebody is signed in, or was until their session ended. May leave the page for the provider and come back with the same filters.
 */
export async function open() {
  const returning = sessionStorage.getItem(SIGNED_IN_BEFORE) !== null;
  if (returning) {
    rememberWayBack();
  }
  const signedIn = await provider.init({
    onLoad: returning ? 'check-sso' : undefined,
    checkLoginIframe: false,
    responseMode: 'query',
    redirectUri: PAGE,
    scope: 'openid profile',
  });
  restoreWayBack();
  if (signedIn) {
    sessionStorage.setItem(SIGNED_IN_BEFORE, 'yes');
  } else {
    sessionStorage.removeItem(SIGNED_IN_BEFORE);
  }
  return { signedIn: Boolean(signedIn), ended: returning && !signedIn };
}

/** The token for the services, or nothing when it is about to end. (The library's own check insists on a refresh token; a public client has none.) */
export function token() {
  const secondsLeft = (provider.tokenParsed?.exp ?? 0) + (provider.timeSkew ?? 0) - Date.now() / 1000;
  return secondsLeft > SECONDS_LEFT_AT_LEAST ? provider.token : undefined;
}

/** The person's name as the provider gives it. */
export const name = () => provider.idTokenParsed?.name ?? provider.idTokenParsed?.preferred_username ?? '';

/** Leaves for the provider's sign-in page. */
export function signIn(options = {}) {
  rememberWayBack();
  return provider.login(options);
}

/** Fetches a new token without a question; where the provider's session is over, the page comes back signed out. */
export const renew = () => signIn({ prompt: 'none' });

/** Signs out here and at the provider. */
export function signOut() {
  sessionStorage.removeItem(SIGNED_IN_BEFORE);
  return provider.logout({ redirectUri: PAGE });
}

// The provider knows one exact address of this page: the filters in the query wait here meanwhile.
function rememberWayBack() {
  if (!new URLSearchParams(location.search).has('state')) {
    sessionStorage.setItem(WAY_BACK, location.search);
  }
}

function restoreWayBack() {
  const search = sessionStorage.getItem(WAY_BACK);
  if (search !== null) {
    sessionStorage.removeItem(WAY_BACK);
    history.replaceState(null, '', location.pathname + search);
  }
}
