/* as: cgi/needs/needs.c */
xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx BAD!
												xxxx
												x BAD
xxx	xxx	xxx	xxx	xxx	xxx	xxx	xxx	xxx	xxx	xxx	xxx	xxxx
站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站
站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站站 BAD
