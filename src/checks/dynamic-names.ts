/** Services that give anyone a name for a changing address. Facts, from the services' own lists of names. */
export const DYNAMIC: ReadonlySet<string> = new Set(
  `duckdns.org ddns.net ddns.me ddns.info no-ip.org no-ip.biz no-ip.info noip.me hopto.org zapto.org sytes.net myftp.org
  myftp.biz servebeer.com serveblog.net servecounterstrike.com serveftp.com servegame.com servehttp.com serveirc.com
  serveminecraft.net servepics.com servequake.com bounceme.net redirectme.net freedynamicdns.net freedynamicdns.org
  gotdns.ch gotdns.com gotdns.org dyndns.org dyndns.biz dyndns.info dyndns.tv dyndns-ip.com dyndns-home.com dynalias.com
  dynalias.org homeip.net homelinux.com homelinux.org selfip.com selfip.net selfip.org ddnss.de ddnss.org dnsalias.com
  dnsalias.org dynu.net dynu.com ddnsfree.com ddnsgeek.com giize.com gleeze.com kozow.com loseyourip.com ooguy.com
  theworkpc.com casacam.net accesscam.org camdvr.org freeddns.org mywire.org webredirect.org blogsyte.com brasilia.me
  freetcp.com changeip.org dns04.com dns05.com dynamic-dns.net dynamicdns.biz dynssl.com mefound.com mooo.com
  chickenkiller.com crabdance.com ignorelist.com jumpingcrab.com strangled.net twilightparadox.com us.to uk.to
  sslip.io nip.io xip.io cloudns.cl cloudns.cc cloudns.asia cloudns.be cloudns.biz cloudns.ph cloudns.nz dynv6.net
  trickip.net instanthq.com itsaol.com almostmy.com authorizeddns.net ddns.mobi dnsrd.com edns.biz fartit.com
  jetos.com jkub.com lflink.com longmusic.com my03.com mynetav.net mynumber.org myddns.com ns01.info ns02.info
  ocry.com onedumb.com organiccrap.com otzo.com port25.biz qpoe.com sendsmtp.com sixth.biz ssl443.org ssmailer.com
  toh.info tokyodyndns.org trickip.org vizvaz.com wikaba.com www1.biz x24hr.com xxuz.com youdontcare.com zyns.com
  spdns.de spdns.org dnsdojo.com dnsdojo.net ath.cx`.split(/\s+/),
);
