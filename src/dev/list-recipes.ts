/**
 * What goes into each list of `src/data`, and why some of a source's entries stay out. The sources are taken as they
 * come; the judgement stands here, so that a refresh keeps it. The rule: a list that would convict honest mail is worse
 * than a shorter one.
 */
export interface Recipe {
  what: string;
  source: string;
  licence: string;
  /** Files of the folder of downloaded sources; `only` narrows them where a source mixes kinds. */
  from: string[];
  only?: string[];
  leaveOut?: string[];
  /** Names of other recipes' results whose entries stay out of this one. */
  minus?: string[];
  /** Our own additions, from the services' public pages. */
  add?: string[];
  /** Keeps the source's order (a ranking) instead of the alphabet. */
  ranked?: boolean;
}

const SUBLIME = 'sublime-security/static-files';
const words = (text: string): string[] => text.trim().split(/\s+/);

export const RECIPES: Record<string, Recipe> = {
  shorteners: {
    what: 'Services whose links hide where they lead.',
    source: `${SUBLIME} url_shorteners, and our own additions`,
    licence: 'MIT',
    from: ['url_shorteners.txt'],
    // A registrar, a news site, a photo site's links to itself, a mailing service's click counter.
    leaveOut: words('digg.com hover.com flic.kr mjt.lu xr.com x.se'),
    add: words('dwz.cn goo.by lihi.cc suo.im t.cn t1p.de urlc.net url.cn v.ht tny.im'),
  },
  'disposable-mail': {
    what: 'Domains of throw-away mailboxes.',
    source: `${SUBLIME} disposable_email_providers`,
    licence: 'MIT',
    from: ['disposable_email_providers.txt'],
    // An ordinary Chinese mailbox provider, an ad blocker, a dynamic-DNS domain with many honest hosts, and forwarding
    // services behind which a person's lasting mailbox stands.
    leaveOut: words(`
      21cn.com hola.org mooo.com example.com anonaddy.com anonaddy.me addy.io 33mail.com simplelogin.com simplelogin.co
      simplelogin.fr slmail.me duck.com mozmail.com privaterelay.appleid.com sneakemail.com mailshell.com`),
  },
  'free-mail': {
    what: 'Domains under which anyone gets a mailbox.',
    source: `${SUBLIME} free_email_providers without the throw-away ones, and our own additions`,
    licence: 'MIT',
    from: ['free_email_providers.txt'],
    minus: ['disposable-mail'],
    // Companies and universities that write under these names themselves, and names kept for documentation.
    leaveOut: words(`
      alibaba.com aliyun.com ancestry.com cntv.cn discovery.com dnsmadeeasy.com dondominio.com example.com facebook.com
      gandi.net globo.com go.com goneo.de hola.org medscape.com name.com nus.edu.sg oath.com ovh.net pdx.edu proximus.be
      rzone.de secureserver.net sky.com skynet.be strato.de techspot.com telstra.com test.com toast.com yahoodns.net
      cgl.ucsf.edu dmtc.edu.pl www.dmtc.edu.pl australia.edu england.edu charter.com comcast.com rogers.com uu.net
      homestead.com qwest.net frontiernet.net berlin.de sfr.com sogou.com gazeta.pl lenta.ru narod.ru ovh.com cruelintentions housefancom`),
    add: words(
      '126.com 21cn.com aliyun.cn foxmail.com hey.com pm.me tuta.io tutanota.com vip.163.com vip.qq.com yeah.net',
    ),
  },
  'file-hosts': {
    what: 'Hosts from which anyone may hand out a file. Hosts, not always registrable domains.',
    source: `${SUBLIME} free_file_hosts, narrowed to those that hand out files, and our own additions`,
    licence: 'MIT',
    from: ['free_file_hosts.txt'],
    // Document editors, form builders, site builders and whole companies: other lists, or none.
    leaveOut: words(`
      airtable.com aliyun.com alwaysdata.net amazonaws.com app.flutterflow.io app.getresponse.com app.jotform.com
      app.ludus.one app.milanote.com app.powerbi.com app.wishloop.com appdomain.cloud appsheet.com archive.org archive.ph
      assets.adobe.com attachment.outlook.live.net attachments.office.net azurestaticapps.net beautiful.ai behance.net
      bitbucket.com bitbucket.org buildin.ai canva.com cdn.fbsbx.com cheapwebsites.biz claude.site coda.io cryptpad.fr
      curipod.com customervoice.microsoft.com docs.google.com docs.zoom.us ecv.microsoft.com egnyte.com eu.jotform.com
      evernote.com figma.com firebasehostingproxy.page.link form.jotform.com forms.office.com frame.io gamma.app
      getfoureyes.com graph.org hstn.me html.cafe iceiy.com issuu.com larksuite.com mochausercontent.com mockflow.com
      my.visme.co ncv.microsoft.com nethunt.com new.express.adobe.com notion.com notion.so page-preview.instapage.com
      powr.io publuu.com quip.com riddle.com sabercathost.com scribd.com script.google.com sendelephant.com
      share.hsforms.com sharepoint.com sites.google.com spark.adobe.com stonly.com supabase.co surveymonkey.com
      sway.cloud.microsoft sway.office.com tana.pub telegra.ph telegram.org teletype.in tiiny.site tilda.ws unaux.com
      view.genially.com view.storydoc.com viewer.joomag.com webmail-oxcs.register.com wixsite.com workflowy.com xara.com
      padlet.com onenoteonlinesync.onenote.com slack-files.com`),
    add: words('anonfiles.com swisstransfer.com s3.amazonaws.com pan.baidu.com lanzou.com lanzoui.com weiyun.com'),
  },
  'site-hosts': {
    what: 'Hosts under which anyone gets a site of their own. Hosts, not always registrable domains.',
    source: `${SUBLIME} free_subdomain_hosts, free_file_hosts and self_service_creation_platform_domains, narrowed`,
    licence: 'MIT',
    from: ['free_subdomain_hosts.txt', 'free_file_hosts.txt', 'self_service_creation_platform_domains.txt'],
    minus: ['form-builders'],
    // Of the two broad sources only these serve pages that a stranger designs.
    only: words(`
      000webhostapp.com amplifyapp.com anschauen.in app.droplet.io appdomain.cloud appspot.com awsapprunner.com
      axshare.com azurewebsites.net azurestaticapps.net base44.app bitbucket.io blob.core.windows.net blogspot.com
      bubbleapps.io bunny.run canva.site chickenkiller.com claude.site cloudapp.net cloudfront.net cloudwaysapps.com codesandbox.io
      creatium.site creatorlink.net csb.app deno.dev deta.dev devtunnels.ms dpdns.org duckdns.org durable.site easywp.com
      edgeone.app edgeone.dev elementor.cloud figma.site firebaseapp.com firebasehostingproxy.page.link fly.dev
      flutterflow.app framer.app framer.media framer.website gamma.app giize.com github.io glide.page glitch.me
      godaddysites.com graph.org herokuapp.com heyflow.site hostingerapp.com hoster-test.ru hstn.me html.cafe iceiy.com
      id.vg ignorelist.com infinityfree.com instawp.xyz ipfs.dweb.link ipfs.io jimdofree.com jimdosite.com
      jumpingcrab.com kinsta.cloud kinsta.page landbot.site lovable.app lovable.dev mochausercontent.com mybluehost.me
      mybluemix.net my.vg myportfolio.com mypreview.site myqcloud.com mystrikingly.com netlify.app ngrok.io nip.io
      notion.site now.sh on-fleek.app on.aws ondigitalocean.app onlytap.io onrender.com onthewifi.com pages.dev
      page-preview.instapage.com powerappsportals.com pythonanywhere.com r2.dev repl.co replit.app rf.gd run.app
      sabercathost.com simple.ink sites.google.com somee.com square.site start.page static.hf.space studio.site surge.sh
      systeme.io telegra.ph temporary.site tiiny.site tilda.ws translate.goog trycloudflare.com twilightparadox.com
      typedream.app unaux.com up.railway.app vercel.app vercel.dev wasmer.app webcindario.com webflow.io web.app
      web.val.run weebly.com wixsite.com wixstudio.com wordpress.com workers.dev wpdevcloud.com wpenginepowered.com
      ydns.eu yj.ae zapto.org zeabur.app zoholandingpage.com zohopublic.com teletype.in firebasestorage.googleapis.com
      script.google.com`),
    // Honest mail is full of pictures from it.
    leaveOut: words('cloudfront.net wordpress.com'),
    add: words(`
      web.core.windows.net ngrok-free.app ngrok.app loca.lt serveo.net page.link cloudflare-ipfs.com dweb.link
      myfreesites.net ukit.me yolasite.com wapka.mobi ucoz.net atwebpages.com 42web.io byethost.com gitbook.io
      replit.dev hf.space bravesites.com hosted.app ddns.net hopto.org sytes.net serveftp.com w3spaces.com`),
  },
  'form-builders': {
    what: 'Hosts on which anyone sets up a form. Hosts, not always registrable domains.',
    source: `${SUBLIME} self_service_creation_platform_domains and free_file_hosts, narrowed, and our own additions`,
    licence: 'MIT',
    from: ['self_service_creation_platform_domains.txt', 'free_file_hosts.txt', 'free_subdomain_hosts.txt'],
    only: words(`
      aidaform.com app.getresponse.com app.jotform.com cognitoforms.com customervoice.microsoft.com dash.formaloo.com
      ecv.microsoft.com eu.jotform.com form.jotform.com forms.clickup.com forms.cloud.microsoft forms.office.com
      forms.visme.co forms.weavely.ai forms.zohopublic.com formstack.com intakeq.com jotform.com ncv.microsoft.com
      powr.io share.hsforms.com surveymars.com surveymonkey.com typeform.com weavely.ai wufoo.com yayforms.link`),
    add: words(`
      123formbuilder.com forms.gle formspree.io formsubmit.co jinshuju.net paperform.co smartsurvey.co.uk tally.so
      wj.qq.com wjx.cn wjx.top survio.com formcrafts.com formsite.com forms.app hsforms.com jotform.me jotformeu.com`),
  },
  'risky-endings': {
    what: 'Top-level endings with an uncommon share of abuse. A hint, never a verdict.',
    source: `${SUBLIME} suspicious_tlds, narrowed`,
    licence: 'MIT',
    from: ['suspicious_tlds.txt'],
    // Endings of whole countries and of many honest firms and products.
    leaveOut: words(`
      ac.th am app ar biz cat cl co.cl co.id co.za com.ge com.py company consulting dev cloud club es expert finance gp
      il ing ink io ir kz lat me ne.jp net.ms one press pro ro re ru run social solutions so tt ua uno us vi ws il mx world pe i2p
      directory photos pictures pizza fashion domains enterprises digital ly army fit foo how country today works zone
      tokyo studio design science accountants`),
  },
  'mail-services': {
    what: 'Services that send mail for others and count the clicks in it. Their links say nothing about the sender.',
    source: `${SUBLIME} bulk_mailer_url_root_domains, and our own additions`,
    licence: 'MIT',
    from: ['bulk_mailer_url_root_domains.txt'],
    // Abused as a bare redirector, not a mailing service.
    leaveOut: words('redirectingherenow.com'),
    add: words(`
      mailchimp.com mailchimpapp.com mailchi.mp mcsv.net mcdlv.net rsgsv.net campaign-archive.com sendgrid.com sparkpostmail.com
      sparkpost.com amazonses.com awstrack.me mailgun.org mailgun.net mandrill.com mailjet.com mjt.lu sendinblue.com
      brevo.com sendibm1.com sendibm3.com sendibt2.com constantcontact.com ccsend.com campaignmonitor.com createsend.com
      createsend1.com cmail19.com cmail20.com hubspot.com hubspotemail.net hubspotlinksstarter.com hubspotlinksfree.com
      hs-sites.com exacttarget.com exct.net sfmc-content.com marketo.com mktoweb.com pardot.com eloqua.com
      en25.com responsys.net rsys1.com rsys2.com rsys5.com bronto.com silverpop.com klaviyo.com klaviyomail.com
      kmail-lists.com klclick.com klclick1.com klclick2.com klclick3.com customeriomail.com customer.io iterable.com
      braze.com e2ma.net emarsys.net optivo.net cleverreach.com rapidmail.de emailsys1a.net inxmail.com getresponse.com
      activehosted.com acemlna.com acemlnb.com acemlnc.com acemlnd.com infusionmail.com keap-link001.com
      drip.com getdrip.com convertkit.com ck.page substack.com mailerlite.com mlsend.com mlsend2.com
      moosend.com benchmarkemail.com icontact.com verticalresponse.com zoho.com zcsend.net ml.zoho.com intercom-mail.com
      intercom-clicks.com zendesk.com freshdesk.com salesforce.com postmarkapp.com pstmrk.it sendpulse.com esputnik.com
      unisender.com mindbox.ru dotdigital.com dotmailer.com adestra.com pure360.com smtp2go.com smtp.com elasticemail.com
      turbo-smtp.com sendcloud.net sendcloud.org edmcn.cn focussend.com actionkit.com nationbuilder.com ngpvan.com
      bluestatedigital.com everyaction.com amxe.net actblue.com anedot.com mailwizz.com`),
  },
  popular: {
    what: 'The 10,000 best-known domains of the web, best known first.',
    source: 'Tranco (tranco-list.eu, a research-oriented ranking; Le Pochat et al., NDSS 2019)',
    licence: 'Tranco is free to use; entries are facts',
    from: ['tranco_top_10k.csv'],
    ranked: true,
  },
};
