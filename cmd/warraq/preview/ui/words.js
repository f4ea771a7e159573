// The words of the preview in its three languages. A test holds each to having all.
export const words = {
  ar: {
    contents: 'المحتويات', views: 'العرض', spreads: 'صفحتان متقابلتان', single: 'صفحة صفحة', sheets: 'ملازم الطباعة', screens: 'الكتاب الإلكتروني',
    search: 'ابحث في الكتاب', zoom: 'التكبير', smaller: 'صغّر', larger: 'كبّر', problems: 'التنبيهات', language: 'اللغة', keys: 'المفاتيح', close: 'أغلق',
    page: 'الصفحة', of: 'من {n}', found: 'نتائج البحث ({n})', none: 'لا شيء', failed: 'في المخطوط أخطاء. هذه آخر صفحات صحيحة.', show: 'اعرضها',
    error: 'خطأ', warning: 'تحذير', advice: 'نصيحة', copy: 'انسخ', copied: 'نُسخ', open: 'افتح في المحرر', opened: 'فُتح في المحرر', building: 'يُبنى الكتاب…',
    lost: 'انقطع الاتصال بالبرنامج', nosheets: 'ليس لهذا الكتاب ملازم', noepub: 'تعذّر صنع الكتاب الإلكتروني', phone: 'هاتف', tablet: 'لوح', front: 'وجه الورقة {n}', back: 'ظهر الورقة {n}',
    next: 'التالي', previous: 'السابق', forward: 'اقلب إلى الأمام', backward: 'اقلب إلى الخلف', chapter: 'الفصل', first: 'أول الكتاب', last: 'آخر الكتاب', fit: 'على قدر النافذة',
  },
  fr: {
    contents: 'Sommaire', views: 'Affichage', spreads: 'Doubles pages', single: 'Page par page', sheets: 'Feuilles à imprimer', screens: 'Livre numérique',
    search: 'Chercher dans le livre', zoom: 'Zoom', smaller: 'Réduire', larger: 'Agrandir', problems: 'Remarques', language: 'Langue', keys: 'Raccourcis', close: 'Fermer',
    page: 'Page', of: 'sur {n}', found: 'Résultats ({n})', none: 'Rien', failed: 'Le manuscrit a des erreurs. Voici les dernières pages correctes.', show: 'Les montrer',
    error: 'erreur', warning: 'avertissement', advice: 'conseil', copy: 'Copier', copied: 'Copié', open: 'Ouvrir dans l’éditeur', opened: 'Ouvert dans l’éditeur', building: 'Composition du livre…',
    lost: 'La connexion au programme est rompue', nosheets: 'Ce livre n’a pas de feuilles', noepub: 'Le livre numérique n’a pas pu être fait', phone: 'Téléphone', tablet: 'Tablette', front: 'Feuille {n}, recto', back: 'Feuille {n}, verso',
    next: 'Suivant', previous: 'Précédent', forward: 'Page suivante', backward: 'Page précédente', chapter: 'Chapitre', first: 'Début du livre', last: 'Fin du livre', fit: 'Ajuster à la fenêtre',
  },
  en: {
    contents: 'Contents', views: 'View', spreads: 'Spreads', single: 'Single pages', sheets: 'Sheets to print', screens: 'E-book',
    search: 'Search the book', zoom: 'Zoom', smaller: 'Smaller', larger: 'Larger', problems: 'Remarks', language: 'Language', keys: 'Keys', close: 'Close',
    page: 'Page', of: 'of {n}', found: 'Found ({n})', none: 'Nothing', failed: 'The manuscript has errors. These are the last good pages.', show: 'Show them',
    error: 'error', warning: 'warning', advice: 'advice', copy: 'Copy', copied: 'Copied', open: 'Open in the editor', opened: 'Opened in the editor', building: 'Making the book…',
    lost: 'The program is not answering', nosheets: 'This book has no sheets', noepub: 'The e-book could not be made', phone: 'Phone', tablet: 'Tablet', front: 'Sheet {n}, front', back: 'Sheet {n}, back',
    next: 'Next', previous: 'Previous', forward: 'Turn on', backward: 'Turn back', chapter: 'Chapter', first: 'Beginning of the book', last: 'End of the book', fit: 'Fit the window',
  },
};
