const issuer = 'https://id.example.com/realms/acme';
const algorithm = 'ES256';

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
/** What stands before the point of a P-256 key in its SubjectPublicKeyInfo (RFC 5480). */
const P256 = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d03010703420004', 'hex');
/** The AlgorithmIdentifier in that of an RSA key (RFC 3279). */
const RSA_ENCRYPTION = Buffer.from('300d06092a864886f70d0101010500', 'hex');
const ZERO = Buffer.from([0]);
const TOKEN = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/i;

const CHECKS = [
    { claim: 'iss', holds: (claims) => claims.iss === issuer },
    { claim: 'aud', holds: (claims) => claims.aud === 'api' },
    { claim: 'exp', holds: (claims) => claims.exp > Date.now() / 1000 },
    { claim: 'typ', holds: (claims) => claims.typ === 'Bearer' },
    { claim: 'permission_set', holds: (claims) => typeof claims.permission_set === 'string' },
];

/** Which words a request needs one of; none admits to what is not listed. */
function words(method, path) {
    if (method !== 'GET' && method !== 'HEAD') {
        return [];
    }
    const vault = /^\/vaults\/([\w-]+)\/balances$/.exec(path);
    if (vault) {
        return ['balances:read', 'balances:read:vault', 'balances:read:vault:' + vault[1]];
    }
    return path === '/balances' ? ['balances:read'] : [];
}

async function judge(r) {
    try {
        const judged = await verified(r, TOKEN.exec(r.headersIn.Authorization || ''));
        const claims = judged.claims;
        if (!claims) {
            r.warn('token refused: ' + judged.refused);
            r.headersOut['WWW-Authenticate'] = 'Bearer error="invalid_token"';
            return r.return(401);
        }
        const granted = typeof claims.scope === 'string' ? claims.scope.split(' ') : [];
        // As the API gets it, so neither decoded nor normalized: what looks different is refused.
        const path = r.variables.request_uri.split('?')[0];
        const allowed = words(r.variables.request_method, path).some((word) => granted.includes(word));
        r.return(allowed ? 204 : 403);
    } catch (problem) {
        r.error('cannot judge a token: ' + problem.message);
        r.return(500);
    }
}

/** The claims of a token that is good; for any other, which check refused it, and nothing that is in it. */
async function verified(r, token) {
    const header = token && json(token[1]);
    if (!header) {
        return { refused: 'none, or not readable' };
    }
    if (header.alg !== algorithm) {
        return { refused: 'alg' };
    }
    // What it names has to be understood, and nothing is here (RFC 7515, 4.1.11).
    if (header.crit) {
        return { refused: 'crit' };
    }
    const jwk = (await keys(r)).find((key) => key.kid === header.kid && key.alg === algorithm);
    if (!jwk) {
        return { refused: 'no such key' };
    }
    const signature = Buffer.from(token[3], 'base64url');
    if (jwk.kty === 'EC' && signature.length !== 64) {
        return { refused: 'signature' };
    }
    const kind = jwk.kty === 'EC' ? EC : RSA;
    const key = await crypto.subtle.importKey('spki', publicKey(jwk), kind, false, ['verify']);
    if (!(await crypto.subtle.verify(kind, key, signature, Buffer.from(token[1] + '.' + token[2])))) {
        return { refused: 'signature' };
    }
    const claims = json(token[2]) || {};
    const wrong = CHECKS.find((check) => !check.holds(claims));
    return wrong ? { refused: wrong.claim } : { claims };
}

/** A key as its SubjectPublicKeyInfo: this njs cannot read a JWK. */
function publicKey(jwk) {
    if (jwk.kty === 'EC') {
        return Buffer.concat([P256, Buffer.from(jwk.x, 'base64url'), Buffer.from(jwk.y, 'base64url')]);
    }
    const numbers = der(0x30, [integer(jwk.n), integer(jwk.e)]);
    return der(0x30, [RSA_ENCRYPTION, der(0x03, [ZERO, numbers])]);
}

/** A number that is not negative, as DER. */
function integer(text) {
    const bytes = Buffer.from(text, 'base64url');
    return der(0x02, bytes[0] < 0x80 ? [bytes] : [ZERO, bytes]);
}

/** A value of DER: its tag, its length, and what is in it. */
function der(tag, parts) {
    const content = Buffer.concat(parts);
    const length = content.length;
    if (length < 0x80) {
        return Buffer.concat([Buffer.from([tag, length]), content]);
    }
    const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.from([tag].concat(size)), content]);
}

async function keys(r) {
    const answer = await r.subrequest('/_keys');
    if (answer.status !== 200) {
        throw new Error('the keys of the realm: ' + answer.status);
    }
    return JSON.parse(answer.responseText).keys;
}

function json(part) {
    try {
        return JSON.parse(Buffer.from(part, 'base64url').toString());
    } catch (notJson) {
        return null;
    }
}

export default { judge };
