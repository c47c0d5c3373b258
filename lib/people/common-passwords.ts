/** What attackers try first, in lower case. A password that is one of these, or one of these followed by digits or a mark, is refused. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password passw0rd p@ssword p@ssw0rd passwort motdepasse contraseña wachtwoord parola salasana senha
  qwerty qwertyui qwertyuiop qwertz qwertzuiop azerty azertyuiop asdfghjkl asdfasdf zxcvbnm zaq12wsx 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 qazwsxedc
  12345678 123456789 1234567890 0123456789 87654321 987654321 11111111 00000000 88888888 99999999 12341234 12121212 11223344 123123123 147258369 123454321 a1b2c3d4 abcd1234 abc12345 1234abcd
  abcdefgh abcdefghi aaaaaaaa iloveyou iloveyou1 letmein letmein1 welcome welcome1 sunshine princess football baseball basketball superman batman spiderman
  dragon monkey master shadow trustno1 whatever starwars computer internet samsung michael michelle jennifer jordan jessica charlie ashley daniel
  administrator admin admin123 changeme change-me default testtest test1234 guest guestguest secret secret123 rootroot toortoor login loginlogin access access14
  hello helloworld hello123 freedom flower chocolate butterfly cheese pokemon naruto liverpool arsenal chelsea barcelona
  january february september november december summer winter spring autumn monday friday
  bellwether customer customers success customersuccess dashboard company`
    .trim()
    .split(/\s+/),
);
